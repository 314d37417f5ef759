package io.deskpulse.ops.replay.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip file (RFC 1952): all its members, one after another, empty ones included.
 *
 * <p>Whatever follows a member must be another one, or zero bytes up to the end, with which tapes and some copiers pad. The JDK's own
 * stream takes anything else for the end and drops it without a word; Commons Compress refuses the padding, too. Reading throws {@link
 * EOFException} when a member is cut short and {@link ZipException} when something is damaged or no gzip. Not thread-safe.
 */
public final class GzipMembers extends InputStream {
    private static final int FIRST_BYTE = 0x1f;
    private static final int SECOND_BYTE = 0x8b;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int at;
    private int end;
    private long member;
    private boolean ended;

    /**
     * The content of a stream whose next byte is the first of a member.
     *
     * @throws IOException when it is not, or cannot be read
     */
    public GzipMembers(InputStream in) throws IOException {
        this.in = in;
        beginMember();
    }

    /** Whether bytes begin as a gzip file does. */
    public static boolean isBegunBy(byte[] head) {
        return head.length >= 2 && (head[0] & 0xff) == FIRST_BYTE && (head[1] & 0xff) == SECOND_BYTE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (!ended && length > 0) {
            int count = inflate(bytes, from, length);
            if (count > 0) {
                checksum.update(bytes, from, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else {
                fill();
                inflater.setInput(buffer, at, end - at);
            }
        }
        return length == 0 ? 0 : -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] bytes, int from, int length) throws ZipException {
        try {
            int count = inflater.inflate(bytes, from, length);
            at = end - inflater.getRemaining();
            return count;
        } catch (DataFormatException e) {
            throw damaged(e.getMessage());
        }
    }

    private void beginMember() throws IOException {
        if (nextByte() != FIRST_BYTE || nextByte() != SECOND_BYTE) {
            throw notGzip();
        }
        member++;
        int method = nextByte();
        int flags = nextByte();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw damaged("its header is none of gzip");
        }
        skipBytes(6);
        if ((flags & EXTRA) != 0) {
            skipBytes(littleEndian(2));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skipBytes(2);
        }
        inflater.reset();
        inflater.setInput(buffer, at, end - at);
        checksum.reset();
    }

    private void endMember() throws IOException {
        boolean whole = littleEndian(4) == checksum.getValue();
        if (littleEndian(4) != (inflater.getBytesWritten() & 0xffffffffL) || !whole) {
            throw damaged("its checksum is another one");
        }
        if (isAtEnd()) {
            ended = true;
        } else if (buffer[at] == 0) {
            skipPadding();
            ended = true;
        } else {
            beginMember();
        }
    }

    private void skipPadding() throws IOException {
        while (!isAtEnd()) {
            if (nextByte() != 0) {
                throw notGzip();
            }
        }
    }

    private void skipBytes(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            nextByte();
        }
    }

    private void skipText() throws IOException {
        int value;
        do {
            value = nextByte();
        } while (value != 0);
    }

    private long littleEndian(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) nextByte() << 8 * i;
        }
        return value;
    }

    private int nextByte() throws IOException {
        if (at == end) {
            fill();
        }
        return buffer[at++] & 0xff;
    }

    private void fill() throws IOException {
        if (isAtEnd()) {
            throw new EOFException("the gzip file is cut short, in member " + Math.max(member, 1));
        }
    }

    private boolean isAtEnd() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(in.read(buffer), 0);
        }
        return end == 0;
    }

    private ZipException notGzip() {
        return new ZipException(
                member == 0 ? "it is no gzip file" : "what follows member " + member + " of the gzip file is no gzip");
    }

    private ZipException damaged(String how) {
        return new ZipException("member " + member + " of the gzip file is damaged: " + how);
    }
}
