package io.deskpulse.metrics.resolution;

/**
 * What became of a ticket beside its clocks: escalations, the platform's ruling, the solution. Instants are milliseconds since
 * the epoch, {@link TicketFacts#NONE} when there is none.
 */
public final class TicketCourse {
    private static final String PLATFORM = "PLATFORM";

    int escalations;
    String escalatedTo;
    long intervenedMillis = TicketFacts.NONE;
    long ruledMillis = TicketFacts.NONE;
    String ruledFor;
    String solution;
    long solutionFen = -1;
    long agreedMillis = TicketFacts.NONE;
    long solutionDueMillis = TicketFacts.NONE;
    long doneMillis = TicketFacts.NONE;
    int evidence;
    long firstEvidenceMillis = TicketFacts.NONE;
    int defects;

    TicketCourse() {}

    /** Escalations to anyone. */
    public int escalations() {
        return escalations;
    }

    /** Whom the last escalation went to; null when there was none. */
    public String escalatedTo() {
        return escalatedTo;
    }

    /** When the platform first came in: an escalation to it, or its ruling. */
    public long intervenedMillis() {
        return intervenedMillis;
    }

    /** The last ruling. */
    public long ruledMillis() {
        return ruledMillis;
    }

    /** Whom the last ruling favours; null when there was none. */
    public String ruledFor() {
        return ruledFor;
    }

    /** The solution last agreed; null when there is none. */
    public String solution() {
        return solution;
    }

    /** What it costs the shop, fen; -1 when nothing or unknown. */
    public long solutionFen() {
        return solutionFen;
    }

    /** When it was agreed. */
    public long agreedMillis() {
        return agreedMillis;
    }

    /** When it was to be done. */
    public long solutionDueMillis() {
        return solutionDueMillis;
    }

    /** When it was first said to be done. */
    public long doneMillis() {
        return doneMillis;
    }

    /** Pieces of evidence. */
    public int evidence() {
        return evidence;
    }

    /** The first piece of evidence. */
    public long firstEvidenceMillis() {
        return firstEvidenceMillis;
    }

    /** Defects of products noted. */
    public int defects() {
        return defects;
    }

    void escalated(TicketTimelineEvent event) {
        escalations++;
        escalatedTo = event.label();
        if (PLATFORM.equals(event.label())) {
            intervened(event.timeMillis());
        }
    }

    void ruled(TicketTimelineEvent event) {
        ruledMillis = event.timeMillis();
        ruledFor = event.label();
        intervened(event.timeMillis());
    }

    void agreed(TicketTimelineEvent event) {
        solution = event.label();
        solutionFen = event.amountFen();
        agreedMillis = event.timeMillis();
        solutionDueMillis = event.dueMillis();
        doneMillis = TicketFacts.NONE;
    }

    void done(long atMillis) {
        if (doneMillis == TicketFacts.NONE) {
            doneMillis = atMillis;
        }
    }

    void evidenceSupplied(long atMillis) {
        evidence++;
        if (firstEvidenceMillis == TicketFacts.NONE) {
            firstEvidenceMillis = atMillis;
        }
    }

    private void intervened(long atMillis) {
        if (intervenedMillis == TicketFacts.NONE) {
            intervenedMillis = atMillis;
        }
    }
}
