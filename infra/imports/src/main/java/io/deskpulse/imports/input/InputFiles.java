package io.deskpulse.imports.input;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.replay.text.GzipMembers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of an import, unpacked and in UTF-8; what they are packed in is told by their bytes, not by their names. */
public final class InputFiles {
    private static final int RATIO = 200;
    private static final long LARGE = 2_000_000_000L;
    private static final Path STANDARD_INPUT = Path.of("-");

    /** What reads a text. */
    @FunctionalInterface
    public interface TextReader {
        /** Reads a text to its end. */
        void read(String name, InputStream utf8) throws IOException;
    }

    private final List<Path> files;
    private final Charset charset;
    private final long mostBytes;
    private volatile long read;
    private volatile long unpacked;

    /**
     * Files to be read in this order.
     *
     * @param charset of the texts; null for UTF-8, or UTF-16 where the first bytes say so
     * @param mostBytes that a file may unpack to; 0 for the usual bound against bombs
     */
    public InputFiles(List<Path> files, Charset charset, long mostBytes) {
        this.files = files;
        this.charset = charset;
        this.mostBytes = mostBytes;
    }

    /** Bytes of all files as they lie on the disk; 0 when one is a pipe. */
    public long size() {
        return files.stream().allMatch(Files::isRegularFile)
                ? files.stream().mapToLong(file -> file.toFile().length()).sum()
                : 0;
    }

    /** Bytes read so far, as they lie on the disk. */
    public long read() {
        return read;
    }

    /** Bytes of texts handed out so far. */
    public long unpacked() {
        return unpacked;
    }

    /**
     * Reads all texts.
     *
     * @throws UserError when one is missing, damaged, empty or unpacks to too much
     */
    public void readAll(TextReader reader) {
        for (Path file : files) {
            try {
                readFile(file, reader);
            } catch (NoSuchFileException e) {
                throw new UserError("There is no file " + file + ".", e);
            } catch (ZipException e) {
                throw new UserError(file + " is damaged: " + e.getMessage() + ".", e);
            } catch (java.io.EOFException e) {
                throw new UserError(file + " is damaged: it ends too early.", e);
            } catch (IOException e) {
                throw new UserError("Cannot read " + file + ": " + e.getMessage() + ".", e);
            }
        }
    }

    private void readFile(Path file, TextReader reader) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UserError(file + " is a directory; name its files.");
        }
        boolean piped = file.equals(STANDARD_INPUT);
        String name = piped ? "standard input" : file.getFileName().toString();
        try (InputStream raw =
                new BufferedInputStream(new Counting(piped ? System.in : Files.newInputStream(file)), 65_536)) {
            byte[] head = head(raw, 4);
            if (isZip(head)) {
                if (piped) {
                    unzipCopy(raw, name, reader);
                } else {
                    long before = read;
                    unzip(file, name, reader);
                    read = before + Files.size(file);
                }
            } else if (GzipMembers.isBegunBy(head)) {
                text(name, new Bounded(new GzipMembers(raw), read, () -> read, name, 0), reader);
            } else {
                text(name, raw, reader);
            }
        }
    }

    private void unzipCopy(InputStream raw, String name, TextReader reader) throws IOException {
        Path copy = Files.createTempFile("deskpulse-import", ".zip");
        try {
            Files.copy(raw, copy, StandardCopyOption.REPLACE_EXISTING);
            unzip(copy, name, reader);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void unzip(Path file, String name, TextReader reader) throws IOException {
        // Names that are not marked as UTF-8 are of any encoding; Latin-1 reads all bytes.
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            List<? extends ZipEntry> members = zip.stream()
                    .filter(entry -> !entry.isDirectory() && !isHidden(entry.getName()))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            if (members.isEmpty()) {
                throw new UserError(name + " holds no file to read.");
            }
            long packed = Files.size(file);
            for (ZipEntry member : members) {
                String full = name + "/" + member.getName().replaceAll("\\p{Cntrl}", "?");
                try (InputStream in = new BufferedInputStream(
                        new Bounded(zip.getInputStream(member), 0, () -> packed, full, share(member)), 65_536)) {
                    byte[] head = head(in, 4);
                    if (isZip(head)) {
                        throw new UserError(full + " is an archive in an archive; unpack it first.");
                    }
                    text(
                            full,
                            GzipMembers.isBegunBy(head)
                                    ? new Bounded(new GzipMembers(in), 0, () -> packed, full, 0)
                                    : in,
                            reader);
                }
            }
        }
    }

    /** Bytes on the disk for each that is unpacked, as the archive itself says. */
    private static double share(ZipEntry member) {
        return member.getSize() > 0 ? Math.max(0, (double) member.getCompressedSize() / member.getSize()) : 0;
    }

    private static boolean isHidden(String name) {
        for (String part : name.split("/")) {
            if (part.startsWith(".") || part.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    private void text(String name, InputStream in, TextReader reader) throws IOException {
        BufferedInputStream text =
                in instanceof BufferedInputStream buffered ? buffered : new BufferedInputStream(in, 65_536);
        byte[] head = head(text, 3);
        if (head.length == 0) {
            throw new UserError(name + " is empty.");
        }
        if (charset != null) {
            reader.read(name, new Texts(new Utf8Stream(text, charset)));
        } else if (startsWith(head, 0xfe, 0xff) || startsWith(head, 0xff, 0xfe)) {
            reader.read(name, new Texts(new Utf8Stream(text, StandardCharsets.UTF_16)));
        } else {
            if (startsWith(head, 0xef, 0xbb, 0xbf)) {
                text.skipNBytes(3);
            }
            reader.read(name, new Texts(text));
        }
    }

    private static byte[] head(InputStream in, int length) throws IOException {
        in.mark(length);
        byte[] head = in.readNBytes(length);
        in.reset();
        return head;
    }

    private static boolean isZip(byte[] head) {
        return startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6);
    }

    private static boolean startsWith(byte[] head, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Counts what is read from the disk. */
    private final class Counting extends ToldInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        void wasRead(int bytes) {
            read += bytes;
        }
    }

    /** Counts what is handed out. */
    private final class Texts extends ToldInputStream {
        Texts(InputStream in) {
            super(in);
        }

        @Override
        void wasRead(int bytes) {
            unpacked += bytes;
        }
    }

    /** Refuses what unpacks to very much more than it was packed in. */
    private final class Bounded extends ToldInputStream {
        private final long before;
        private final java.util.function.LongSupplier packed;
        private final String name;
        private final double share;
        private final long readBefore = InputFiles.this.read;
        private long unpacked;

        /** With {@code share}, bytes read from the disk are told from what was unpacked, since nothing else tells them. */
        Bounded(InputStream in, long before, java.util.function.LongSupplier packed, String name, double share) {
            super(in);
            this.share = share;
            this.before = before;
            this.packed = packed;
            this.name = name;
        }

        @Override
        void wasRead(int bytes) {
            unpacked += bytes;
            if (share > 0) {
                InputFiles.this.read = readBefore + (long) (unpacked * share);
            }
            boolean bomb = unpacked > LARGE && unpacked / RATIO > packed.getAsLong() - before;
            if (mostBytes > 0 ? unpacked > mostBytes : bomb) {
                throw new UserError(name + " unpacks to more than "
                        + (mostBytes > 0 ? mostBytes + " bytes" : RATIO + " times its size and 2 GB")
                        + "; --max-size BYTES allows more.");
            }
        }
    }
}
