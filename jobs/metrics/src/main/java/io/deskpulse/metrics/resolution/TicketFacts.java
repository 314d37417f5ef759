package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.calendar.BusinessCalendar;
import java.util.List;

/**
 * What is known of one ticket: the content of its row without key and version, and the state of the automaton that writes it.
 *
 * <p>The row exists as soon as one event of the ticket is known. Instants are milliseconds since the epoch, {@link #NONE} when
 * there is none. Mutable only to the automaton in this package.
 */
public final class TicketFacts {
    /** Stands for "no such instant". */
    public static final long NONE = Long.MIN_VALUE;

    /** Where a ticket stands. */
    public enum Status {
        /** It waits for the shop. */
        OPEN,
        /** It waits for the buyer or a third party. */
        PAUSED,
        /** Somebody says that it is resolved. */
        RESOLVED,
        /** It is closed, resolved or not. */
        CLOSED,
        /** Another ticket goes on with it; it counts nowhere any more, whatever happens to it later. */
        MERGED;

        boolean isEnd() {
            return this != OPEN && this != PAUSED;
        }
    }

    /** Who says that a ticket is resolved, the weakest word first. */
    public enum Resolver {
        /** A time-out. */
        SYSTEM,
        /** The shop. */
        AGENT,
        /** The buyer. */
        BUYER
    }

    final ReplyClock reply = new ReplyClock();
    final ResolutionClock resolution = new ResolutionClock();
    final TicketCourse course = new TicketCourse();
    final TicketHistory history = new TicketHistory();
    String shopId;
    int epochDay;
    String buyerId;
    String orderId;
    String conversationId;
    String skuId;
    String category;
    String priority;
    boolean complaint;
    String reason;
    String policy;
    long firstEventMillis = NONE;
    long lastEventMillis = NONE;
    long openedMillis = NONE;
    Status status = Status.OPEN;
    boolean resolved;
    int assignments;
    long firstResolvedMillis = NONE;
    long lastResolvedMillis = NONE;
    Resolver resolvedBy;
    String resolvingAgent;
    int reopens;
    long lastReopenedMillis = NONE;
    long closedMillis = NONE;
    long endedMillis = NONE;
    String mergedInto;
    long mergedMillis = NONE;
    int anomalies;

    TicketFacts() {}

    static long due(SlaPolicy policy, long fromMillis, long businessMillis) {
        long dueMillis = policy.calendar().add(fromMillis, businessMillis);
        return dueMillis == BusinessCalendar.NEVER ? NONE : dueMillis;
    }

    /** Replies and when they were due. */
    public ReplyClock reply() {
        return reply;
    }

    /** The buyer's wait and when it was to end. */
    public ResolutionClock resolution() {
        return resolution;
    }

    /** Escalations, ruling, solution, evidence. */
    public TicketCourse course() {
        return course;
    }

    /** When it was open and who was responsible. */
    public TicketHistory history() {
        return history;
    }

    /** The shop's calendar day of the opening, of the first event while no opening is known; days since 1970-01-01. */
    public int epochDay() {
        return epochDay;
    }

    /** Keyed hash of the buyer's id. */
    public String buyerId() {
        return buyerId;
    }

    /** The order it is about; null when unknown. */
    public String orderId() {
        return orderId;
    }

    /** The conversation it came from; null when unknown. */
    public String conversationId() {
        return conversationId;
    }

    /** The product it is about; null when unknown. */
    public String skuId() {
        return skuId;
    }

    /** The ticket that goes on with it; null when it was merged into none. */
    public String mergedInto() {
        return mergedInto;
    }

    /** When it was merged. */
    public long mergedMillis() {
        return mergedMillis;
    }

    /** Kind of case; null while no opening is known. */
    public String category() {
        return category;
    }

    /** Urgency; null while no opening is known. */
    public String priority() {
        return priority;
    }

    /** Whether it was opened as a complaint; false while no opening is known. */
    public boolean isComplaint() {
        return complaint;
    }

    /** Why it was opened; null when unknown. */
    public String reason() {
        return reason;
    }

    /** Policy of the opening; null while no opening is known. */
    public String policy() {
        return policy;
    }

    /** The first event known. */
    public long firstEventMillis() {
        return firstEventMillis;
    }

    /** The last event known. */
    public long lastEventMillis() {
        return lastEventMillis;
    }

    /** The opening. */
    public long openedMillis() {
        return openedMillis;
    }

    /** Where it stands. */
    public Status status() {
        return status;
    }

    /** Whether it is resolved and was not reopened since. */
    public boolean isResolved() {
        return resolved;
    }

    /** The account last made responsible; null when none was. */
    public String assignee() {
        return history.assignee();
    }

    /** Times an account was made responsible. */
    public int assignments() {
        return assignments;
    }

    /** The first resolution. */
    public long firstResolvedMillis() {
        return firstResolvedMillis;
    }

    /** The last resolution, be it taken back since. */
    public long lastResolvedMillis() {
        return lastResolvedMillis;
    }

    /** The strongest word for the last resolution; null when there is none. */
    public Resolver resolvedBy() {
        return resolvedBy;
    }

    /** The account credited with the last resolution; null when there is none or no person was involved. */
    public String resolvingAgent() {
        return resolvingAgent;
    }

    /** Times it went from its end back to open. */
    public int reopens() {
        return reopens;
    }

    /** The last of those. */
    public long lastReopenedMillis() {
        return lastReopenedMillis;
    }

    /** Since when it is closed. */
    public long closedMillis() {
        return closedMillis;
    }

    /** Since when it is resolved or closed, whichever was first. */
    public long endedMillis() {
        return endedMillis;
    }

    /** What cannot be, in a fixed order; empty when all is well. */
    public List<Anomaly> anomalies() {
        return Anomaly.of(anomalies | (openedMillis == NONE ? Anomaly.NOT_OPENED.bit() : 0));
    }

    boolean isOpened() {
        return openedMillis != NONE;
    }

    void is(Anomaly anomaly) {
        anomalies |= anomaly.bit();
    }
}
