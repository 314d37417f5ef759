package io.deskpulse.ops.replay.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A file that is no text, told by the bytes that all files of its kind have in one place.
 *
 * @param what what it is, and what to do with it
 * @param offset where the bytes stand
 * @param magic those bytes
 */
public record ForeignFile(String what, int offset, byte[] magic) {
    /** How many bytes tell all kinds apart. */
    static final int HEAD_BYTES = 512;

    private static final String UNPACK = "; unpack it first";
    private static final String EXPORT = "; export its events as JSON Lines";

    private static final List<ForeignFile> KINDS = List.of(
            of("it is gzip inside of gzip" + UNPACK + " once", "1f8b08"),
            of("it is a bzip2 file" + UNPACK, "425a68"),
            of("it is an xz file" + UNPACK, "fd377a585a00"),
            of("it is a zstd file" + UNPACK, "28b52ffd"),
            of("it is an lz4 file" + UNPACK, "04224d18"),
            of("it is a snappy file" + UNPACK, "ff060000734e61507059"),
            of("it is a file of compress (.Z)" + UNPACK, "1f9d"),
            of("it is a 7-Zip archive" + UNPACK, "377abcaf271c"),
            of("it is a RAR archive" + UNPACK, "526172211a07"),
            of(
                    "it is a zip archive, as Excel's workbooks are, too" + UNPACK
                            + ", or export its events as JSON Lines",
                    "504b0304"),
            of("it is an empty zip archive", "504b0506"),
            of("it is an old Excel workbook or another file of Microsoft Office" + EXPORT, "d0cf11e0a1b11ae1"),
            of("it is a Parquet file" + EXPORT, "50415231"),
            of("it is an Avro file" + EXPORT, "4f626a01"),
            of("it is an SQLite database" + EXPORT, "53514c69746520666f726d6174"),
            of("it is a PDF", "255044462d"),
            new ForeignFile("it is a tar archive" + UNPACK, 257, "ustar".getBytes(StandardCharsets.US_ASCII)));

    /** What a file that begins with these bytes is, or null when it may be text. */
    public static String named(byte[] head) {
        return KINDS.stream()
                .filter(kind -> kind.fits(head))
                .map(ForeignFile::what)
                .findFirst()
                .orElse(null);
    }

    private static ForeignFile of(String what, String hex) {
        return new ForeignFile(what, 0, HexFormat.of().parseHex(hex));
    }

    private boolean fits(byte[] head) {
        int end = offset + magic.length;
        return head.length >= end && Arrays.equals(head, offset, end, magic, 0, magic.length);
    }
}
