package io.deskpulse.ops.replay.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The text of a file in UTF-8, whatever its first bytes say it is: plain or gzip, UTF-8, UTF-16 or UTF-32.
 *
 * @param in the text; what is neither gzip nor UTF-16 nor UTF-32 is passed on as it is
 * @param wide what it was before, or null when nothing was changed
 */
public record PlainText(InputStream in, WideEncoding wide) {
    private static final int BUFFER = 1 << 14;

    /**
     * The text of a stream. Waits for its first few bytes, not for more, so that a pipe may be slow.
     *
     * @throws IOException when it cannot be read, or is another kind of file, saying which
     */
    public static PlainText of(InputStream raw) throws IOException {
        BufferedInputStream packed = new BufferedInputStream(raw, BUFFER);
        byte[] head = head(packed);
        if (!GzipMembers.isBegunBy(head)) {
            return unpacked(packed, head);
        }
        BufferedInputStream unpacked = new BufferedInputStream(new GzipMembers(packed), BUFFER);
        return unpacked(unpacked, head(unpacked));
    }

    private static PlainText unpacked(BufferedInputStream in, byte[] head) throws IOException {
        String foreign = ForeignFile.named(head);
        if (foreign != null) {
            throw new IOException(foreign);
        }
        WideEncoding wide = WideEncoding.of(head);
        if (wide == null) {
            return new PlainText(in, null);
        }
        in.skipNBytes(wide.markBytes());
        return new PlainText(new WideText(in, wide), wide);
    }

    /** The first bytes, which stay to be read: as many as are there, at least those that tell an encoding. */
    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(ForeignFile.HEAD_BYTES);
        byte[] head = new byte[ForeignFile.HEAD_BYTES];
        int length = 0;
        int count = 0;
        while (length < WideEncoding.HEAD_BYTES && count >= 0) {
            count = in.read(head, length, head.length - length);
            length += Math.max(count, 0);
        }
        in.reset();
        return Arrays.copyOf(head, length);
    }
}
