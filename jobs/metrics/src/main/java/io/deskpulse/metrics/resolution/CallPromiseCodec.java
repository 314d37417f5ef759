package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of calls and promises on their way to the table: that of their state. */
public final class CallPromiseCodec {
    private static final CallPromiseStateForm FORM = CallPromiseStateForm.INSTANCE;

    private CallPromiseCodec() {}

    /** Writes a row. */
    public static void writeFacts(CallPromiseFacts facts, DataOutput out) throws IOException {
        FormWriter form = new FormWriter().begin(FORM.id());
        FORM.write(facts, form);
        form.writeFramed(out);
    }

    /** Reads what {@link #writeFacts} wrote. */
    public static CallPromiseFacts readFacts(DataInput in) throws IOException {
        return FORM.read(FormReader.framed(FORM.id(), in));
    }
}
