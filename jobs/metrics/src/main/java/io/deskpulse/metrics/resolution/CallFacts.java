package io.deskpulse.metrics.resolution;

import java.util.ArrayList;
import java.util.List;

/**
 * One call (docs/metrics.md). Instants are milliseconds since the epoch, {@link TicketFacts#NONE} when there is none.
 *
 * <p>Talk is told in legs, one for each account that held the line: a colleague who takes the call over, by answering it or by a
 * transfer, ends one and begins the next. A conversation may hold several calls; what lies between a release and the next answer
 * belongs to none.
 */
public final class CallFacts {
    String direction;
    Boolean consent;
    long rangMillis = TicketFacts.NONE;
    /** It rang since the last release. */
    boolean ringing;

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
    final List<CallLeg> legs = new ArrayList<>(1);
    /** How many of them, at the end, only another release makes talk: they began after a release, and nothing had rung. */
    int doubtfulLegs;

    int anomalies;

    CallFacts() {}

    /** The legs in order, none overlapping; only the last may lack its end. */
    public List<CallLeg> legs() {
        return legs.subList(0, legs.size() - doubtfulLegs);
    }

    /** Whether somebody talks beyond doubt. */
    boolean isTalking() {
        return doubtfulLegs == 0 && isLineHeld();
    }

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

    void rang(CallPromiseEvent event) {
        if (rangMillis == TicketFacts.NONE) {
            rangMillis = event.timeMillis();
            direction = event.label();
            consent = event.consent();
            mark(CallAnomaly.ANSWERED_BEFORE_RINGING, answeredMillis != TicketFacts.NONE);
        }
        ringing = true;
    }

    /** A colleague's answer takes the call over; the same account's, while it talks, says nothing new. */
    void answered(CallPromiseEvent event) {
        boolean isOver = releasedMillis != TicketFacts.NONE && !ringing && !isLineHeld();
        mark(CallAnomaly.ANSWERED_AFTER_RELEASE, isOver);
        if (answeredMillis == TicketFacts.NONE) {
            answeredMillis = event.timeMillis();
            answeredBy = event.account();
        }
        if (ringing) {
            forgetDoubtfulLegs();
        }
        talks(event.account(), event.timeMillis(), isOver || doubtfulLegs > 0);
    }

    /** The call goes to another account, or back to the queue where {@code toAccount} is null; only who talks can hand it on. */
    void transferred(long atMillis, String toAccount) {
        if (isLineHeld()) {
            if (toAccount == null) {
                endLeg(atMillis);
            } else {
                talks(toAccount, atMillis, doubtfulLegs > 0);
            }
        }
    }

    void released(CallPromiseEvent event) {
        if (isLineHeld()) {
            endLeg(event.timeMillis());
        }
        doubtfulLegs = 0;
        ringing = false;
        releasedMillis = event.timeMillis();
        releasedBy = event.label();
        cause = event.detail();
        mark(CallAnomaly.WRAPPED_UP_BEFORE_RELEASE, wrappedUpMillis != TicketFacts.NONE);
    }

    void wrappedUp(CallPromiseEvent event) {
        wrappedUpMillis = event.timeMillis();
        wrappedUpBy = event.account();
        problem = event.label();
        solution = event.detail();
        followUpDueMillis = event.dueMillis();
    }

    private void talks(String account, long atMillis, boolean isDoubtful) {
        if (isLineHeld()) {
            if (account.equals(legs.get(legs.size() - 1).account())) {
                return;
            }
            endLeg(atMillis);
        }
        legs.add(new CallLeg(account, atMillis, TicketFacts.NONE));
        doubtfulLegs += isDoubtful ? 1 : 0;
    }

    private boolean isLineHeld() {
        return !legs.isEmpty() && legs.get(legs.size() - 1).isOpen();
    }

    private void forgetDoubtfulLegs() {
        legs.subList(legs.size() - doubtfulLegs, legs.size()).clear();
        doubtfulLegs = 0;
    }

    private void endLeg(long atMillis) {
        int last = legs.size() - 1;
        legs.set(last, legs.get(last).until(atMillis));
    }

    void mark(CallAnomaly anomaly, boolean holds) {
        anomalies |= holds ? anomaly.bit() : 0;
    }
}
