package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.conversion.BuyerState.ConsultDay;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link BuyerState}s; days and instants are counted from the day of the last event on. */
public final class BuyerStateForm implements StateForm<BuyerState> {
    /** The form; it has no state. */
    public static final BuyerStateForm INSTANCE = new BuyerStateForm();

    static final String NAME = "buyer-timeline";

    private static final FormId ID = new FormId(NAME, 2);

    /**
     * From when on a state tells which refunds were asked for; before that, from 1, payments and refunds by their parts, and the days
     * that a further part may change.
     */
    private static final int WITH_REFUND_REQUESTS = 2;

    private static final int POSITION = 1;
    private static final int TODAY = 2;
    private static final int ASKED_TODAY = 3;
    private static final int CONSULT_DAY = 4;
    private static final int LAST_CONSULT_ACCOUNT = 5;
    private static final int LAST_CONSULT_DAY = 6;
    private static final int LAST_CONSULT = 7;
    private static final int DAY = 8;
    private static final int ORDER = 9;

    private static final int CONSULT_EPOCH_DAY = 1;
    private static final int CONSULT_ACCOUNT = 2;

    private BuyerStateForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public int generation() {
        return WITH_REFUND_REQUESTS;
    }

    @Override
    public void write(BuyerState state, FormWriter out) {
        int today = state.today;
        out.number(POSITION, state.position);
        out.signed(TODAY, today);
        for (String conversation : state.askedToday) {
            out.name(ASKED_TODAY, conversation);
        }
        for (ConsultDay day : state.consultDays) {
            out.group(CONSULT_DAY);
            out.signed(CONSULT_EPOCH_DAY, day.epochDay() - today);
            out.name(CONSULT_ACCOUNT, day.firstAccount());
            out.end();
        }
        if (state.lastConsultAccount != null) {
            out.name(LAST_CONSULT_ACCOUNT, state.lastConsultAccount);
            out.signed(LAST_CONSULT_DAY, state.lastConsultDay - today);
            out.instant(LAST_CONSULT, state.lastConsultAtMillis, BuyerDayForm.sinceMillis(today), BuyerFacts.NONE);
        }
        for (BuyerDayFacts day : state.days) {
            out.group(DAY);
            BuyerDayForm.write(day, today, out);
            out.end();
        }
        for (OrderFacts order : state.orders) {
            out.group(ORDER);
            OrderForm.write(order, today, out);
            out.end();
        }
    }

    @Override
    public BuyerState read(FormReader in) throws IOException {
        BuyerState state = new BuyerState();
        state.today = 0;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case POSITION -> state.position = in.count();
                case TODAY -> state.today = in.signedInt();
                case ASKED_TODAY -> state.askedToday.add(in.name());
                case CONSULT_DAY -> {
                    in.group();
                    state.consultDays.add(readConsultDay(state.today, in));
                }
                case LAST_CONSULT_ACCOUNT -> {
                    state.lastConsultAccount = in.name();
                    state.lastConsultDay = state.today;
                }
                case LAST_CONSULT_DAY -> state.lastConsultDay = state.today + in.signedInt();
                case LAST_CONSULT -> state.lastConsultAtMillis = in.instant(BuyerDayForm.sinceMillis(state.today));
                case DAY -> {
                    in.group();
                    state.days.add(BuyerDayForm.read(state.today, in));
                }
                case ORDER -> {
                    in.group();
                    state.orders.add(OrderForm.read(state.today, in));
                }
                default -> {}
            }
        }
        return state;
    }

    private static ConsultDay readConsultDay(int today, FormReader in) throws IOException {
        int epochDay = today;
        String account = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case CONSULT_EPOCH_DAY -> epochDay = today + in.signedInt();
                case CONSULT_ACCOUNT -> account = in.name();
                default -> {}
            }
        }
        return new ConsultDay(epochDay, account);
    }

    @Override
    public List<ReleasedForm<BuyerState>> released() {
        return List.of(new ReleasedBuyerForm());
    }
}
