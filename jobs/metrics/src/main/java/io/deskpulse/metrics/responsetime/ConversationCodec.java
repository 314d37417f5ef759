package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of days on their way to the table. */
public final class ConversationCodec {
    private static final FormId ID = new FormId("conversation-day", 1);

    private ConversationCodec() {}

    /** Writes one day with its rounds, waits and contacts. */
    public static void writeDay(DayFacts day, DataOutput out) throws IOException {
        FormWriter form = new FormWriter().begin(ID);
        DayForm.write(day, form);
        form.writeFramed(out);
    }

    /** Reads what {@link #writeDay} wrote. */
    public static DayFacts readDay(DataInput in) throws IOException {
        return DayForm.read(FormReader.framed(ID, in));
    }
}
