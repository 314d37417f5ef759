package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.ReleasedInput;
import io.deskpulse.metrics.conversion.BuyerDayFacts.Orphan;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.conversion.BuyerState.ConsultDay;
import io.deskpulse.metrics.conversion.OrderFacts.Refund;
import io.deskpulse.metrics.timeline.ReleasedForm;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** Buyers as releases wrote them before there were tags. */
final class ReleasedBuyerForm implements ReleasedForm<BuyerState> {
    private static final FormId ID = new FormId(BuyerStateForm.NAME, 1);
    private static final Kind[] KINDS = Kind.values();

    private static final int SAME_SUBJECT = 1;
    private static final int HAS_ACCOUNT = 2;
    private static final int HAS_DETAIL = 4;
    private static final int HAS_LABEL = 8;
    private static final int HAS_AMOUNT = 16;

    /** How an account was written: none, the one before it, or its name. */
    private static final int NOBODY = 0;

    private static final int SAME_AS_BEFORE = 1;

    @Override
    public FormId id() {
        return ID;
    }

    static BuyerEvent readEvent(String shopId, String buyerId, String expectedSubject, DataInput bytes)
            throws IOException {
        ReleasedInput in = new ReleasedInput(bytes);
        Kind kind = in.constant(KINDS);
        int flags = bytes.readByte();
        long timeMillis = in.number();
        String eventId = bytes.readUTF();
        return new BuyerEvent(
                shopId,
                buyerId,
                eventId,
                timeMillis,
                kind,
                (flags & SAME_SUBJECT) != 0 ? expectedSubject : bytes.readUTF(),
                (flags & HAS_ACCOUNT) != 0 ? bytes.readUTF() : null,
                (flags & HAS_DETAIL) != 0 ? bytes.readUTF() : null,
                (flags & HAS_LABEL) != 0 ? bytes.readUTF() : null,
                (flags & HAS_AMOUNT) != 0 ? in.number() : 0,
                List.of());
    }

    @Override
    public Restored<BuyerState> read(DataInput bytes) throws IOException {
        ReleasedInput in = new ReleasedInput(bytes);
        BuyerState state = new BuyerState();
        state.position = in.smallNumber();
        state.today = in.smallNumber();
        in.texts(state.askedToday);
        for (int left = in.smallNumber(); left > 0; left--) {
            state.consultDays.add(new ConsultDay(in.smallNumber(), bytes.readUTF()));
        }
        state.lastConsultAccount = in.text();
        if (state.lastConsultAccount != null) {
            state.lastConsultDay = in.smallNumber();
            state.lastConsultAtMillis = in.instant(BuyerFacts.NONE);
        }
        for (int left = in.smallNumber(); left > 0; left--) {
            state.days.add(readDay(in));
        }
        for (int left = in.smallNumber(); left > 0; left--) {
            state.orders.add(readOrder(in));
        }
        return new Restored<>(state, 0);
    }

    private static BuyerDayFacts readDay(ReleasedInput in) throws IOException {
        BuyerDayFacts day = new BuyerDayFacts(in.smallNumber());
        day.version = in.smallNumber();
        int flags = in.in().readByte();
        day.boughtBefore = flags & 1;
        day.orderedSameDay = (flags & 2) != 0;
        day.paidSameDay = flags >> 2 & 1;
        day.paidNextDay = flags >> 3 & 1;
        day.consultedAtMillis = in.instant(BuyerFacts.NONE);
        in.texts(day.accounts);
        day.repliesWithoutAccount = in.smallNumber();
        for (int left = in.smallNumber(); left > 0; left--) {
            day.orphans.add(new Orphan(in.in().readUTF(), in.constant(KINDS)));
        }
        return day;
    }

    private static OrderFacts readOrder(ReleasedInput in) throws IOException {
        OrderFacts order = new OrderFacts(in.in().readUTF());
        order.version = in.smallNumber();
        int flags = in.in().readByte();
        order.presale = (flags & 1) != 0;
        order.ended = (flags & 2) != 0;
        order.anomalies = in.smallNumber();
        order.lastEventAtMillis = in.instant(BuyerFacts.NONE);
        if ((flags & 4) != 0) {
            order.createdAtMillis = in.instant(BuyerFacts.NONE);
            order.createdDay = in.smallNumber();
            order.orderAgent = readAccount(null, in);
        }
        if ((flags & 8) != 0) {
            order.paidAtMillis = in.instant(BuyerFacts.NONE);
            order.paidDay = in.smallNumber();
            order.paidFen = in.number();
            order.firstGuide = readAccount(order.orderAgent, in);
            order.lastGuide = readAccount(order.firstGuide, in);
            order.payAgent = readAccount(order.lastGuide, in);
        }
        if ((flags & 16) != 0) {
            order.closedAtMillis = in.instant(BuyerFacts.NONE);
            order.closeReason = in.text();
        }
        order.remindedAtMillis = in.instant(BuyerFacts.NONE);
        order.remindedBy = in.text();
        order.refundedFen = in.number();
        for (int left = in.smallNumber(); left > 0; left--) {
            order.refunds.add(new Refund(in.in().readUTF(), 0));
        }
        for (int left = in.smallNumber(); left > 0; left--) {
            order.troubles.add(readTrouble(order.orderId, in));
        }
        return order;
    }

    private static TroubleFacts readTrouble(String orderId, ReleasedInput in) throws IOException {
        TroubleFacts trouble = new TroubleFacts(orderId, in.in().readUTF());
        trouble.version = in.smallNumber();
        trouble.kind = in.text();
        trouble.detectedAtMillis = in.instant(BuyerFacts.NONE);
        trouble.detectedDay = in.smallNumber();
        trouble.firstWordAtMillis = in.instant(BuyerFacts.NONE);
        trouble.proactive = in.in().readBoolean();
        trouble.firstWordAccount = in.text();
        trouble.fixedAtMillis = in.instant(BuyerFacts.NONE);
        return trouble;
    }

    private static String readAccount(String before, ReleasedInput in) throws IOException {
        return switch (in.in().readByte()) {
            case NOBODY -> null;
            case SAME_AS_BEFORE -> before;
            default -> in.in().readUTF();
        };
    }
}
