package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.conversion.BuyerState.ConsultDay;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Compact binary form of buyer events and states: what travels between operators and lies in keyed state.
 *
 * <p>Kinds are written by ordinal, so constants are only ever added at the end.
 */
public final class BuyerCodec {
    private static final Kind[] KINDS = Kind.values();
    private static final int SAME_SUBJECT = 1;
    private static final int HAS_ACCOUNT = 2;
    private static final int HAS_DETAIL = 4;
    private static final int HAS_LABEL = 8;
    private static final int HAS_AMOUNT = 16;

    private BuyerCodec() {}

    /**
     * Writes an event without its key, leaving out its subject where it is the expected one.
     *
     * @param expectedSubject what the reader knows already; empty when it knows nothing
     */
    public static void writeEvent(BuyerEvent event, String expectedSubject, DataOutput out) throws IOException {
        boolean sameSubject = event.subject().equals(expectedSubject);
        out.writeByte(event.kind().ordinal());
        out.writeByte((sameSubject ? SAME_SUBJECT : 0)
                | (event.account() == null ? 0 : HAS_ACCOUNT)
                | (event.detail() == null ? 0 : HAS_DETAIL)
                | (event.label() == null ? 0 : HAS_LABEL)
                | (event.amountFen() == 0 ? 0 : HAS_AMOUNT));
        Compact.writeNumber(event.timeMillis(), out);
        out.writeUTF(event.eventId());
        if (!sameSubject) {
            out.writeUTF(event.subject());
        }
        for (String optional : new String[] {event.account(), event.detail(), event.label()}) {
            if (optional != null) {
                out.writeUTF(optional);
            }
        }
        if (event.amountFen() != 0) {
            Compact.writeNumber(event.amountFen(), out);
        }
    }

    /** Reads what {@link #writeEvent} wrote, for the buyer it belongs to. */
    public static BuyerEvent readEvent(String shopId, String buyerId, String expectedSubject, DataInput in)
            throws IOException {
        Kind kind = KINDS[in.readByte()];
        int flags = in.readByte();
        long timeMillis = Compact.readNumber(in);
        String eventId = in.readUTF();
        return new BuyerEvent(
                shopId,
                buyerId,
                eventId,
                timeMillis,
                kind,
                (flags & SAME_SUBJECT) != 0 ? expectedSubject : in.readUTF(),
                (flags & HAS_ACCOUNT) != 0 ? in.readUTF() : null,
                (flags & HAS_DETAIL) != 0 ? in.readUTF() : null,
                (flags & HAS_LABEL) != 0 ? in.readUTF() : null,
                (flags & HAS_AMOUNT) != 0 ? Compact.readNumber(in) : 0);
    }

    /** Writes the automaton's state. */
    public static void writeState(BuyerState state, DataOutput out) throws IOException {
        Compact.writeInt(state.position, out);
        Compact.writeInt(state.today, out);
        Compact.writeTexts(state.askedToday, out);
        Compact.writeInt(state.consultDays.size(), out);
        for (ConsultDay day : state.consultDays) {
            Compact.writeInt(day.epochDay(), out);
            out.writeUTF(day.firstAccount());
        }
        Compact.writeText(state.lastConsultAccount, out);
        if (state.lastConsultAccount != null) {
            Compact.writeInt(state.lastConsultDay, out);
            Compact.writeInstant(state.lastConsultAtMillis, out);
        }
        Compact.writeInt(state.days.size(), out);
        for (BuyerDayFacts day : state.days) {
            BuyerFactsCodec.writeDay(day, out);
        }
        Compact.writeInt(state.orders.size(), out);
        for (OrderFacts order : state.orders) {
            BuyerFactsCodec.writeOrder(order, out);
        }
    }

    /** Reads what {@link #writeState} wrote. */
    public static BuyerState readState(DataInput in) throws IOException {
        BuyerState state = new BuyerState();
        state.position = Compact.readInt(in);
        state.today = Compact.readInt(in);
        Compact.readTexts(state.askedToday, in);
        for (int left = Compact.readInt(in); left > 0; left--) {
            state.consultDays.add(new ConsultDay(Compact.readInt(in), in.readUTF()));
        }
        state.lastConsultAccount = Compact.readText(in);
        if (state.lastConsultAccount != null) {
            state.lastConsultDay = Compact.readInt(in);
            state.lastConsultAtMillis = Compact.readInstant(in);
        }
        for (int left = Compact.readInt(in); left > 0; left--) {
            state.days.add(BuyerFactsCodec.readDay(in));
        }
        for (int left = Compact.readInt(in); left > 0; left--) {
            state.orders.add(BuyerFactsCodec.readOrder(in));
        }
        return state;
    }
}
