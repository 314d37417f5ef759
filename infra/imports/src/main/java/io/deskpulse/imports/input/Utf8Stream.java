package io.deskpulse.imports.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A text in any encoding as UTF-8; a byte that it cannot hold stands for what could not be decoded, so that its line is refused. */
final class Utf8Stream extends InputStream {
    private static final byte[] IMPOSSIBLE = {(byte) 0xff};

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(16_384).limit(0);
    private final CharBuffer characters = CharBuffer.allocate(16_384);
    private byte[] out = {};
    private int position;
    private boolean ended;

    Utf8Stream(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        return position < out.length || more() ? out[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == out.length && !more()) {
            return -1;
        }
        int served = Math.min(length, out.length - position);
        System.arraycopy(out, position, target, offset, served);
        position += served;
        return served;
    }

    private boolean more() throws IOException {
        while (!ended) {
            fill();
            characters.clear();
            CoderResult result = decoder.decode(bytes, characters, ended);
            characters.flip();
            byte[] decoded = characters.toString().getBytes(StandardCharsets.UTF_8);
            if (result.isError()) {
                bytes.position(Math.min(bytes.limit(), bytes.position() + result.length()));
                ended = false;
                decoded = joined(decoded);
            } else if (result.isOverflow()) {
                ended = false;
            }
            if (decoded.length > 0) {
                out = decoded;
                position = 0;
                return true;
            }
        }
        return false;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = bytes.hasRemaining() ? in.read(bytes.array(), bytes.position(), bytes.remaining()) : 0;
        if (read > 0) {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
        ended = read < 0;
    }

    private static byte[] joined(byte[] decoded) {
        byte[] joined = new byte[decoded.length + IMPOSSIBLE.length];
        System.arraycopy(decoded, 0, joined, 0, decoded.length);
        System.arraycopy(IMPOSSIBLE, 0, joined, decoded.length, IMPOSSIBLE.length);
        return joined;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
