package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of tickets on their way to the table: that of their state. */
public final class TicketCodec {
    private static final TicketStateForm FORM = TicketStateForm.INSTANCE;

    private TicketCodec() {}

    /** Writes a row. */
    public static void writeFacts(TicketFacts ticket, DataOutput out) throws IOException {
        FormWriter form = new FormWriter().begin(FORM.id());
        FORM.write(ticket, form);
        form.writeFramed(out);
    }

    /** Reads what {@link #writeFacts} wrote. */
    public static TicketFacts readFacts(DataInput in) throws IOException {
        return FORM.read(FormReader.framed(FORM.id(), in));
    }
}
