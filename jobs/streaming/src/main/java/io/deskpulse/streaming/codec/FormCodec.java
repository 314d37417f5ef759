package io.deskpulse.streaming.codec;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.DataInput;
import java.io.IOException;

/**
 * A codec of one form, whose reader and writer serve all its elements, one after the other: what is read shares the words that come
 * again, as names of products and accounts do.
 */
public abstract class FormCodec<T> implements Codec<T> {
    private transient FormWriter writer;
    private transient FormReader reader;

    /** The form of each element. */
    protected abstract FormId form();

    /** Another one, as reader and writer are no other thread's. */
    @Override
    public abstract Codec<T> duplicate();

    /** Begins to write an element. */
    protected final FormWriter begin() {
        writer = writer == null ? new FormWriter() : writer;
        return writer.begin(form());
    }

    /**
     * Begins to read an element.
     *
     * @throws IOException when there is none, or one of another form
     */
    protected final FormReader begin(DataInput in) throws IOException {
        reader = reader == null ? new FormReader(form()) : reader;
        return reader.beginFramed(in);
    }
}
