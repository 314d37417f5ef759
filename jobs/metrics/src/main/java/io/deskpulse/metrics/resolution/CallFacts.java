package io.deskpulse.metrics.resolution;

import java.util.List;

/**
 * One call (docs/metrics.md). Instants are milliseconds since the epoch, {@link TicketFacts#NONE} when there is none.
 *
 * <p>A call is answered once (a colleague who takes it over does not answer it again) and ends with its last release.
 */
public final class CallFacts {
    String direction;
    Boolean consent;
    long rangMillis = TicketFacts.NONE;
    long answeredMillis = TicketFacts.NONE;
    String answeredBy;
    long releasedMillis = TicketFacts.NONE;
    String releasedBy;
    String cause;
    long wrappedUpMillis = TicketFacts.NONE;
    String wrappedUpBy;
    String problem;
    String solution;
    long followUpDueMillis = TicketFacts.NONE;
    int anomalies;

    CallFacts() {}

    /** INBOUND or OUTBOUND; null when no ringing is known. */
    public String direction() {
        return direction;
    }

    /** Whether the buyer had agreed to be called; null when not recorded. */
    public Boolean consent() {
        return consent;
    }

    /** The first ring. */
    public long rangMillis() {
        return rangMillis;
    }

    /** The answer. */
    public long answeredMillis() {
        return answeredMillis;
    }

    /** The account that answered; null when nobody did. */
    public String answeredBy() {
        return answeredBy;
    }

    /** The last release. */
    public long releasedMillis() {
        return releasedMillis;
    }

    /** Who hung up; null while nobody did. */
    public String releasedBy() {
        return releasedBy;
    }

    /** Why the line was closed; null while it is not. */
    public String cause() {
        return cause;
    }

    /** The last end of the work after the call. */
    public long wrappedUpMillis() {
        return wrappedUpMillis;
    }

    /** The account that did it; null when nobody did. */
    public String wrappedUpBy() {
        return wrappedUpBy;
    }

    /** What the call was about, the shop's code; null when it was not wrapped up. */
    public String problem() {
        return problem;
    }

    /** What was done about it, the shop's code; null when it was not wrapped up. */
    public String solution() {
        return solution;
    }

    /** When a follow-up is due. */
    public long followUpDueMillis() {
        return followUpDueMillis;
    }

    /** What cannot be; empty when all is well. */
    public List<CallAnomaly> anomalies() {
        return CallAnomaly.of(anomalies);
    }

    void rang(ContactEntry event) {
        if (rangMillis == TicketFacts.NONE) {
            rangMillis = event.timeMillis();
            direction = event.label();
            consent = event.consent();
            mark(CallAnomaly.ANSWERED_BEFORE_RINGING, answeredMillis != TicketFacts.NONE);
        } else {
            mark(CallAnomaly.RANG_TWICE, true);
        }
    }

    void answered(ContactEntry event) {
        mark(CallAnomaly.ANSWERED_AFTER_RELEASE, releasedMillis != TicketFacts.NONE);
        if (answeredMillis == TicketFacts.NONE) {
            answeredMillis = event.timeMillis();
            answeredBy = event.account();
        }
    }

    void released(ContactEntry event) {
        releasedMillis = event.timeMillis();
        releasedBy = event.label();
        cause = event.detail();
        mark(CallAnomaly.WRAPPED_UP_BEFORE_RELEASE, wrappedUpMillis != TicketFacts.NONE);
    }

    void wrappedUp(ContactEntry event) {
        wrappedUpMillis = event.timeMillis();
        wrappedUpBy = event.account();
        problem = event.label();
        solution = event.detail();
        followUpDueMillis = event.dueMillis();
    }

    void mark(CallAnomaly anomaly, boolean holds) {
        anomalies |= holds ? anomaly.bit() : 0;
    }
}
