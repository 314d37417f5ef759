package io.deskpulse.imports.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells how much was read of it. */
abstract class ToldInputStream extends FilterInputStream {
    ToldInputStream(InputStream in) {
        super(in);
    }

    /**
     * So many bytes were read.
     *
     * @param bytes >= 0; 0 at the end
     */
    abstract void wasRead(int bytes);

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int served = super.read(target, offset, length);
        wasRead(Math.max(0, served));
        return served;
    }
}
