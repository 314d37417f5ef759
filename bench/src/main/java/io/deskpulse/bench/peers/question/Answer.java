package io.deskpulse.bench.peers.question;

import java.util.Comparator;

/**
 * One row of the answer.
 *
 * @param conversation its number
 * @param openedAtMillis when the round was opened, milliseconds since the epoch
 * @param answeredAtMillis when it was answered, {@link RowLog#OPEN} or {@link RowLog#UNANSWERED}
 */
public record Answer(long conversation, long openedAtMillis, long answeredAtMillis) implements Comparable<Answer> {
    private static final Comparator<Answer> ORDER =
            Comparator.comparingLong(Answer::conversation).thenComparingLong(Answer::openedAtMillis);

    /** Of the round, whatever became of it. */
    @Override
    public int compareTo(Answer other) {
        return ORDER.compare(this, other);
    }

    /** How long the buyer waited, milliseconds; {@link RowLog#OPEN} or {@link RowLog#UNANSWERED} when there was no answer. */
    public long responseMillis() {
        return answeredAtMillis < 0 ? answeredAtMillis : answeredAtMillis - openedAtMillis;
    }
}
