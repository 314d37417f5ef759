package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.conversion.BuyerDayFacts.Orphan;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Compact binary form of the rows of one buyer, one form for all three kinds. */
public final class BuyerFactsCodec {
    private static final Kind[] KINDS = Kind.values();
    private static final int DAY = 0;
    private static final int ORDER = 1;
    private static final int TROUBLE = 2;

    /** How an account is written: none, the one before it, or its name. */
    private static final int NOBODY = 0;

    private static final int SAME_AS_BEFORE = 1;
    private static final int NAMED = 2;

    private BuyerFactsCodec() {}

    /** Writes a row of any kind. */
    public static void write(BuyerFacts facts, DataOutput out) throws IOException {
        if (facts instanceof BuyerDayFacts day) {
            out.writeByte(DAY);
            writeDay(day, out);
        } else if (facts instanceof OrderFacts order) {
            out.writeByte(ORDER);
            writeOrder(order, out);
        } else if (facts instanceof TroubleFacts trouble) {
            out.writeByte(TROUBLE);
            out.writeUTF(trouble.orderId);
            writeTrouble(trouble, out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static BuyerFacts read(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case DAY -> readDay(in);
            case ORDER -> readOrder(in);
            case TROUBLE -> readTrouble(in.readUTF(), in);
            default -> throw new IOException("no kind of row has the number " + kind);
        };
    }

    static void writeDay(BuyerDayFacts day, DataOutput out) throws IOException {
        Compact.writeInt(day.epochDay, out);
        Compact.writeInt(day.version, out);
        out.writeByte((day.boughtBefore ? 1 : 0)
                | (day.orderedSameDay ? 2 : 0)
                | (day.paidSameDay ? 4 : 0)
                | (day.paidNextDay ? 8 : 0));
        Compact.writeInstant(day.consultedAtMillis, out);
        Compact.writeTexts(day.accounts, out);
        Compact.writeInt(day.repliesWithoutAccount, out);
        Compact.writeInt(day.orphans.size(), out);
        for (Orphan orphan : day.orphans) {
            out.writeUTF(orphan.orderId());
            out.writeByte(orphan.kind().ordinal());
        }
    }

    static BuyerDayFacts readDay(DataInput in) throws IOException {
        BuyerDayFacts day = new BuyerDayFacts(Compact.readInt(in));
        day.version = Compact.readInt(in);
        int flags = in.readByte();
        day.boughtBefore = (flags & 1) != 0;
        day.orderedSameDay = (flags & 2) != 0;
        day.paidSameDay = (flags & 4) != 0;
        day.paidNextDay = (flags & 8) != 0;
        day.consultedAtMillis = Compact.readInstant(in);
        Compact.readTexts(day.accounts, in);
        day.repliesWithoutAccount = Compact.readInt(in);
        for (int left = Compact.readInt(in); left > 0; left--) {
            day.orphans.add(new Orphan(in.readUTF(), KINDS[in.readByte()]));
        }
        return day;
    }

    static void writeOrder(OrderFacts order, DataOutput out) throws IOException {
        out.writeUTF(order.orderId);
        Compact.writeInt(order.version, out);
        out.writeByte((order.presale ? 1 : 0)
                | (order.ended ? 2 : 0)
                | (order.isCreated() ? 4 : 0)
                | (order.isPaid() ? 8 : 0)
                | (order.isClosed() ? 16 : 0));
        Compact.writeInt(order.anomalies, out);
        Compact.writeInstant(order.lastEventAtMillis, out);
        if (order.isCreated()) {
            Compact.writeInstant(order.createdAtMillis, out);
            Compact.writeInt(order.createdDay, out);
            writeAccount(order.orderAgent, null, out);
        }
        if (order.isPaid()) {
            Compact.writeInstant(order.paidAtMillis, out);
            Compact.writeInt(order.paidDay, out);
            Compact.writeNumber(order.paidFen, out);
            writeAccount(order.firstGuide, order.orderAgent, out);
            writeAccount(order.lastGuide, order.firstGuide, out);
            writeAccount(order.payAgent, order.lastGuide, out);
        }
        if (order.isClosed()) {
            Compact.writeInstant(order.closedAtMillis, out);
            Compact.writeText(order.closeReason, out);
        }
        Compact.writeInstant(order.remindedAtMillis, out);
        Compact.writeText(order.remindedBy, out);
        Compact.writeNumber(order.refundedFen, out);
        Compact.writeTexts(order.refundIds, out);
        Compact.writeInt(order.troubles.size(), out);
        for (TroubleFacts trouble : order.troubles) {
            writeTrouble(trouble, out);
        }
    }

    static OrderFacts readOrder(DataInput in) throws IOException {
        OrderFacts order = new OrderFacts(in.readUTF());
        order.version = Compact.readInt(in);
        int flags = in.readByte();
        order.presale = (flags & 1) != 0;
        order.ended = (flags & 2) != 0;
        order.anomalies = Compact.readInt(in);
        order.lastEventAtMillis = Compact.readInstant(in);
        if ((flags & 4) != 0) {
            order.createdAtMillis = Compact.readInstant(in);
            order.createdDay = Compact.readInt(in);
            order.orderAgent = readAccount(null, in);
        }
        if ((flags & 8) != 0) {
            order.paidAtMillis = Compact.readInstant(in);
            order.paidDay = Compact.readInt(in);
            order.paidFen = Compact.readNumber(in);
            order.firstGuide = readAccount(order.orderAgent, in);
            order.lastGuide = readAccount(order.firstGuide, in);
            order.payAgent = readAccount(order.lastGuide, in);
        }
        if ((flags & 16) != 0) {
            order.closedAtMillis = Compact.readInstant(in);
            order.closeReason = Compact.readText(in);
        }
        order.remindedAtMillis = Compact.readInstant(in);
        order.remindedBy = Compact.readText(in);
        order.refundedFen = Compact.readNumber(in);
        Compact.readTexts(order.refundIds, in);
        for (int left = Compact.readInt(in); left > 0; left--) {
            order.troubles.add(readTrouble(order.orderId, in));
        }
        return order;
    }

    private static void writeTrouble(TroubleFacts trouble, DataOutput out) throws IOException {
        out.writeUTF(trouble.troubleId);
        Compact.writeInt(trouble.version, out);
        Compact.writeText(trouble.kind, out);
        Compact.writeInstant(trouble.detectedAtMillis, out);
        Compact.writeInt(trouble.detectedDay, out);
        Compact.writeInstant(trouble.firstContactAtMillis, out);
        out.writeBoolean(trouble.proactive);
        Compact.writeText(trouble.contactAccount, out);
        Compact.writeInstant(trouble.fixedAtMillis, out);
    }

    private static TroubleFacts readTrouble(String orderId, DataInput in) throws IOException {
        TroubleFacts trouble = new TroubleFacts(orderId, in.readUTF());
        trouble.version = Compact.readInt(in);
        trouble.kind = Compact.readText(in);
        trouble.detectedAtMillis = Compact.readInstant(in);
        trouble.detectedDay = Compact.readInt(in);
        trouble.firstContactAtMillis = Compact.readInstant(in);
        trouble.proactive = in.readBoolean();
        trouble.contactAccount = Compact.readText(in);
        trouble.fixedAtMillis = Compact.readInstant(in);
        return trouble;
    }

    private static void writeAccount(String account, String before, DataOutput out) throws IOException {
        if (account == null) {
            out.writeByte(NOBODY);
        } else if (account.equals(before)) {
            out.writeByte(SAME_AS_BEFORE);
        } else {
            out.writeByte(NAMED);
            out.writeUTF(account);
        }
    }

    private static String readAccount(String before, DataInput in) throws IOException {
        return switch (in.readByte()) {
            case NOBODY -> null;
            case SAME_AS_BEFORE -> before;
            default -> in.readUTF();
        };
    }
}
