package io.deskpulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarGzTest {
    private static final String LONG_NAME = "package/" + "deep/".repeat(40) + "file";

    @TempDir
    Path directory;

    private Path archive;
    private Path target;

    @BeforeEach
    void paths() {
        archive = directory.resolve("lib.tgz");
        target = directory.resolve("out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"package/libchdb.so", "package/index.js"})
    void takesOneFileOutOfAnArchive(String name) throws IOException {
        try (TarArchiveOutputStream tar = archive()) {
            file(tar, "package/index.js", "package/index.js".repeat(700));
            file(tar, "package/libchdb.so", "package/libchdb.so".repeat(700));
        }

        TarGz.extract(archive, name, target);

        assertThat(target).hasContent(name.repeat(700));
    }

    @Test
    void readsNamesThatAreTooLongForTheHeader() throws IOException {
        try (TarArchiveOutputStream tar = archive()) {
            file(tar, LONG_NAME, "content");
        }

        TarGz.extract(archive, LONG_NAME, target);

        assertThat(target).hasContent("content");
    }

    @Test
    void saysThatThereIsNoSuchFile() throws IOException {
        try (TarArchiveOutputStream tar = archive()) {
            file(tar, "../package/lib", "content");
        }

        assertThatThrownBy(() -> TarGz.extract(archive, "package/lib", target))
                .isInstanceOf(IOException.class)
                .hasMessage("lib.tgz holds no package/lib");
        assertThat(directory).isDirectoryNotContaining("glob:**out");
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO})
    void refusesWhatIsNoPlainFile(byte type) throws IOException {
        try (TarArchiveOutputStream tar = archive()) {
            TarArchiveEntry entry = new TarArchiveEntry("package/lib", type);
            entry.setLinkName("/etc/passwd");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }

        assertThatThrownBy(() -> TarGz.extract(archive, "package/lib", target))
                .isInstanceOf(IOException.class)
                .hasMessage("package/lib of lib.tgz is no plain file");
        assertThat(target).doesNotExist();
    }

    @Test
    void noticesAnArchiveThatEndsEarly() throws IOException {
        try (TarArchiveOutputStream tar = archive()) {
            file(tar, "package/lib", "content".repeat(10_000));
        }
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> TarGz.extract(archive, "package/lib", target)).isInstanceOf(IOException.class);
    }

    private TarArchiveOutputStream archive() throws IOException {
        TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        return tar;
    }

    private static void file(TarArchiveOutputStream tar, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
