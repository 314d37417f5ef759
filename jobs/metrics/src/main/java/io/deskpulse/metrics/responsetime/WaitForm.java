package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.IOException;

/** Binary form of a wait. */
final class WaitForm {
    private static final int OPENED = 1;
    private static final int ACCOUNT = 2;
    private static final int ANSWERED = 3;
    /** Days from that of the opening to that of the answer. */
    private static final int ANSWERED_DAYS_LATER = 4;

    private static final int ANSWERED_BY = 5;
    private static final int CLOSED = 6;
    private static final int HANDOVER = 7;

    private static final int HANDOVER_AT = 1;
    private static final int HANDOVER_ACCOUNT = 2;

    private WaitForm() {}

    static void write(Wait wait, DayFacts day, FormWriter out) {
        out.signed(OPENED, wait.openedAtMillis - day.firstEventAtMillis);
        out.name(ACCOUNT, wait.account);
        if (wait.answeredAtMillis != DayFacts.NONE) {
            out.instant(ANSWERED, wait.answeredAtMillis, wait.openedAtMillis, DayFacts.NONE);
            out.signed(ANSWERED_DAYS_LATER, wait.answeredDay - day.epochDay);
        }
        out.name(ANSWERED_BY, wait.answeredBy);
        out.instant(CLOSED, wait.closedAtMillis, wait.openedAtMillis, DayFacts.NONE);
        for (Handover handover : wait.handovers) {
            out.group(HANDOVER);
            out.signed(HANDOVER_AT, handover.atMillis() - wait.openedAtMillis);
            out.name(HANDOVER_ACCOUNT, handover.account());
            out.end();
        }
    }

    static Wait read(DayFacts day, FormReader in) throws IOException {
        Wait wait = new Wait(day.firstEventAtMillis, null);
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case OPENED -> wait.openedAtMillis = day.firstEventAtMillis + in.signed();
                case ACCOUNT -> wait.account = in.name();
                case ANSWERED -> {
                    wait.answeredAtMillis = in.instant(wait.openedAtMillis);
                    wait.answeredDay = day.epochDay;
                }
                case ANSWERED_DAYS_LATER -> wait.answeredDay = day.epochDay + in.signedInt();
                case ANSWERED_BY -> wait.answeredBy = in.name();
                case CLOSED -> wait.closedAtMillis = in.instant(wait.openedAtMillis);
                case HANDOVER -> {
                    in.group();
                    wait.handovers.add(readHandover(wait.openedAtMillis, in));
                }
                default -> {}
            }
        }
        return wait;
    }

    private static Handover readHandover(long sinceMillis, FormReader in) throws IOException {
        long atMillis = sinceMillis;
        String account = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case HANDOVER_AT -> atMillis = sinceMillis + in.signed();
                case HANDOVER_ACCOUNT -> account = in.name();
                default -> {}
            }
        }
        return new Handover(atMillis, account);
    }
}
