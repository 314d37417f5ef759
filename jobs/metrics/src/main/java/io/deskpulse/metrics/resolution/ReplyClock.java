package io.deskpulse.metrics.resolution;

/**
 * When a ticket was answered and by when it had to be. Instants are milliseconds since the epoch, {@link TicketFacts#NONE}
 * when there is none.
 *
 * <p>Two clocks in one. The first runs from the opening to the first public reply; its due instant is written at the opening and
 * never moves. Each public reply starts another, as does a reopen and the end of a pause, by the policy in force then, where that
 * sets a target; it is withdrawn by the next reply, by a pause and by the ticket's end.
 */
public final class ReplyClock {
    long firstTargetMillis;
    long firstDueMillis = TicketFacts.NONE;
    long dueMillis = TicketFacts.NONE;
    long firstReplyMillis = TicketFacts.NONE;
    long lastReplyMillis = TicketFacts.NONE;
    String firstReplyBy;
    /** Public replies of the instant of the last one, and who sent the first of them: those that an opening of that instant keeps. */
    int lastInstantReplies;

    String lastInstantBy;
    int publicReplies;
    int internalNotes;
    int lateReplies;
    long owedSinceMillis = TicketFacts.NONE;
    long waitMillis;

    ReplyClock() {}

    /** Business time to the first public reply, ms; {@link SlaPolicy#NO_TARGET} when there is no target. */
    public long firstTargetMillis() {
        return firstTargetMillis;
    }

    /** Last instant at which the first public reply was on time. */
    public long firstDueMillis() {
        return firstDueMillis;
    }

    /** Last instant at which the reply owed now is on time. */
    public long dueMillis() {
        return dueMillis;
    }

    /** The first public reply at or after the opening; the first of all while no opening is known. */
    public long firstReplyMillis() {
        return firstReplyMillis;
    }

    /** The last public reply. */
    public long lastReplyMillis() {
        return lastReplyMillis;
    }

    /** The account that sent the first public reply; null when there is none. */
    public String firstReplyBy() {
        return firstReplyBy;
    }

    /** Replies the buyer can see, at or after the opening. */
    public int publicReplies() {
        return publicReplies;
    }

    /** Replies the buyer cannot see. */
    public int internalNotes() {
        return internalNotes;
    }

    /** Public replies that came after they were due. */
    public int lateReplies() {
        return lateReplies;
    }

    /**
     * How long public replies were owed before they came, all together: not while the ticket was paused or ended, nor for a reply that
     * never came.
     */
    public long waitMillis() {
        return waitMillis;
    }

    /** Replies older than the opening were copied along from elsewhere: they are none of this ticket. */
    void opened(long atMillis, SlaPolicy policy, boolean running) {
        boolean replied = lastReplyMillis == atMillis;
        publicReplies = replied ? lastInstantReplies : 0;
        firstReplyMillis = replied ? atMillis : TicketFacts.NONE;
        firstReplyBy = replied ? lastInstantBy : null;
        lastReplyMillis = firstReplyMillis;
        lateReplies = 0;
        firstTargetMillis = policy.firstReplyMillis();
        firstDueMillis = due(atMillis, policy, firstTargetMillis);
        if (running) {
            restart(atMillis, policy);
        }
    }

    void replied(long atMillis, String account) {
        publicReplies++;
        lastInstantBy = lastReplyMillis == atMillis ? lastInstantBy : account;
        lastInstantReplies = lastReplyMillis == atMillis ? lastInstantReplies + 1 : 1;
        lastReplyMillis = atMillis;
        if (firstReplyMillis == TicketFacts.NONE) {
            firstReplyMillis = atMillis;
            firstReplyBy = account;
        }
        if (dueMillis != TicketFacts.NONE && dueMillis < atMillis) {
            lateReplies++;
        }
        if (owedSinceMillis != TicketFacts.NONE) {
            waitMillis += atMillis - owedSinceMillis;
        }
        withdraw();
    }

    /** A reply is owed from now on. */
    void restart(long atMillis, SlaPolicy policy) {
        owedSinceMillis = atMillis;
        dueMillis = publicReplies == 0 ? firstDueMillis : due(atMillis, policy, policy.nextReplyMillis());
    }

    void withdraw() {
        dueMillis = TicketFacts.NONE;
        owedSinceMillis = TicketFacts.NONE;
    }

    private static long due(long atMillis, SlaPolicy policy, long targetMillis) {
        return targetMillis == SlaPolicy.NO_TARGET ? TicketFacts.NONE : TicketFacts.due(policy, atMillis, targetMillis);
    }
}
