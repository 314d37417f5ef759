package io.deskpulse.metrics.resolution;

/**
 * How long the buyer has waited for the shop, and by when the ticket had to be resolved. Instants are milliseconds since the
 * epoch, {@link TicketFacts#NONE} when there is none.
 *
 * <p>Runs while the ticket is neither paused nor at its end, from the opening on and by the policy of the opening throughout.
 * Whenever it starts it writes its due instant. A pause withdraws it and keeps the business time left, from which the next
 * start computes a later one; an end leaves it standing, to be compared with that end; a reopen goes on with the time left. Once
 * missed, a due instant never moves again.
 */
public final class ResolutionClock {
    long targetMillis;
    long dueMillis = TicketFacts.NONE;
    long leftMillis;
    boolean missed;
    long waitMillis;
    long businessWaitMillis;
    long runningSinceMillis = TicketFacts.NONE;

    ResolutionClock() {}

    /** Business time to the resolution, ms; {@link SlaPolicy#NO_TARGET} when there is no target. */
    public long targetMillis() {
        return targetMillis;
    }

    /** Last instant at which a resolution was on time; none while the clock is paused and not yet missed. */
    public long dueMillis() {
        return dueMillis;
    }

    /** Business time left when the clock last started or stopped, ms, 0 once missed. */
    public long leftMillis() {
        return leftMillis;
    }

    /** Time not paused and not ended, up to the clock's last stop, ms. */
    public long waitMillis() {
        return waitMillis;
    }

    /** The same in business time of the policy's calendar, ms. */
    public long businessWaitMillis() {
        return businessWaitMillis;
    }

    /** Since when the clock runs; none while it stands. */
    public long runningSinceMillis() {
        return runningSinceMillis;
    }

    void set(SlaPolicy policy) {
        targetMillis = policy.resolutionMillis();
        leftMillis = targetMillis;
    }

    void start(long atMillis, SlaPolicy policy) {
        runningSinceMillis = atMillis;
        if (targetMillis != SlaPolicy.NO_TARGET && !missed) {
            dueMillis = TicketFacts.due(policy, atMillis, leftMillis);
        }
    }

    void pause(long atMillis, SlaPolicy policy) {
        stop(atMillis, policy);
        if (!missed) {
            dueMillis = TicketFacts.NONE;
        }
    }

    void stop(long atMillis, SlaPolicy policy) {
        if (runningSinceMillis == TicketFacts.NONE) {
            return;
        }
        long businessMillis = policy.calendar().between(runningSinceMillis, atMillis);
        waitMillis += atMillis - runningSinceMillis;
        businessWaitMillis += businessMillis;
        runningSinceMillis = TicketFacts.NONE;
        missed |= dueMillis != TicketFacts.NONE && dueMillis < atMillis;
        leftMillis = missed ? 0 : Math.max(0, leftMillis - businessMillis);
    }
}
