package io.deskpulse.metrics.resolution;

import static io.deskpulse.metrics.resolution.TicketFacts.NONE;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.IOException;

/** Binary form of a call. */
final class CallForm {
    private static final int DIRECTION = 1;
    private static final int CONSENT = 2;
    private static final int RANG = 3;
    private static final int ANSWERED = 4;
    private static final int ANSWERED_BY = 5;
    private static final int RELEASED = 6;
    private static final int RELEASED_BY = 7;
    private static final int CAUSE = 8;
    private static final int WRAPPED_UP = 9;
    private static final int WRAPPED_UP_BY = 10;
    private static final int PROBLEM = 11;
    private static final int SOLUTION = 12;
    private static final int FOLLOW_UP_DUE = 13;
    private static final int ANOMALIES = 14;
    private static final int LEG = 15;
    private static final int RINGING = 16;
    private static final int DOUBTFUL_LEGS = 17;

    private static final int LEG_ACCOUNT = 1;
    private static final int LEG_FROM = 2;
    private static final int LEG_UNTIL = 3;

    private CallForm() {}

    static void write(CallFacts call, long since, FormWriter out) {
        out.text(DIRECTION, call.direction);
        out.answer(CONSENT, call.consent);
        out.instant(RANG, call.rangMillis, since, NONE);
        out.instant(ANSWERED, call.answeredMillis, since, NONE);
        out.name(ANSWERED_BY, call.answeredBy);
        out.instant(RELEASED, call.releasedMillis, since, NONE);
        out.text(RELEASED_BY, call.releasedBy);
        out.text(CAUSE, call.cause);
        out.instant(WRAPPED_UP, call.wrappedUpMillis, since, NONE);
        out.name(WRAPPED_UP_BY, call.wrappedUpBy);
        out.text(PROBLEM, call.problem);
        out.text(SOLUTION, call.solution);
        out.instant(FOLLOW_UP_DUE, call.followUpDueMillis, since, NONE);
        out.number(ANOMALIES, call.anomalies);
        for (CallLeg leg : call.legs) {
            out.group(LEG);
            out.name(LEG_ACCOUNT, leg.account());
            out.signed(LEG_FROM, leg.fromMillis() - since);
            out.instant(LEG_UNTIL, leg.untilMillis(), since, NONE);
            out.end();
        }
        out.flag(RINGING, call.ringing);
        out.number(DOUBTFUL_LEGS, call.doubtfulLegs);
    }

    static void read(CallFacts call, long since, FormReader in) throws IOException {
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case DIRECTION -> call.direction = in.text();
                case CONSENT -> call.consent = in.answer();
                case RANG -> call.rangMillis = in.instant(since);
                case ANSWERED -> call.answeredMillis = in.instant(since);
                case ANSWERED_BY -> call.answeredBy = in.name();
                case RELEASED -> call.releasedMillis = in.instant(since);
                case RELEASED_BY -> call.releasedBy = in.text();
                case CAUSE -> call.cause = in.text();
                case WRAPPED_UP -> call.wrappedUpMillis = in.instant(since);
                case WRAPPED_UP_BY -> call.wrappedUpBy = in.name();
                case PROBLEM -> call.problem = in.text();
                case SOLUTION -> call.solution = in.text();
                case FOLLOW_UP_DUE -> call.followUpDueMillis = in.instant(since);
                case ANOMALIES -> call.anomalies = in.count();
                case LEG -> {
                    in.group();
                    call.legs.add(readLeg(since, in));
                }
                case RINGING -> call.ringing = in.flag();
                case DOUBTFUL_LEGS -> call.doubtfulLegs = Math.min(in.count(), call.legs.size());
                default -> {}
            }
        }
    }

    private static CallLeg readLeg(long since, FormReader in) throws IOException {
        String account = null;
        long fromMillis = since;
        long untilMillis = NONE;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case LEG_ACCOUNT -> account = in.name();
                case LEG_FROM -> fromMillis = since + in.signed();
                case LEG_UNTIL -> untilMillis = in.instant(since);
                default -> {}
            }
        }
        return new CallLeg(account, fromMillis, untilMillis);
    }
}
