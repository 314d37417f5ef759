package io.deskpulse.local.clickhouse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Takes one file out of a gzip-compressed tar archive, the format of npm packages; so no tar program is needed. */
final class TarGz {
    private static final int BUFFER_BYTES = 1 << 16;

    private TarGz() {}

    /**
     * Writes the file called {@code name} in the archive to {@code target}. No name and no link of the archive ever becomes a path.
     *
     * @throws IOException when the archive is damaged or ends early, holds no such file, or holds something else by that name
     */
    static void extract(Path archive, String name, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(
                        new BufferedInputStream(new GZIPInputStream(file, BUFFER_BYTES), BUFFER_BYTES))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    continue;
                }
                if (!isPlainFile(entry)) {
                    throw new IOException(name + " of " + archive.getFileName() + " is no plain file");
                }
                Files.copy(tar, target);
                return;
            }
        }
        throw new IOException(archive.getFileName() + " holds no " + name);
    }

    // TarArchiveEntry.isFile calls links and pipes files too.
    private static boolean isPlainFile(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }
}
