package io.deskpulse.bench.peers.question;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Rows in the order in which one task of a peer sent them; the last about a round is the true one.
 *
 * <p>Logging costs a few nanoseconds, so that peers are measured and not the measuring. One task writes a log.
 */
public final class RowLog {
    /** Instead of the instant of an answer: the round still waits for it. */
    public static final long OPEN = -1;

    /** Instead of the instant of an answer: the conversation was closed before. */
    public static final long UNANSWERED = -2;

    /** Longs of a row: number of the conversation, opened at, answered at. */
    static final int WIDTH = 3;

    private static final List<RowLog> LOGS = new CopyOnWriteArrayList<>();

    private long[] values = new long[WIDTH << 16];
    private int size;

    private RowLog() {}

    /** A log for a task that begins. Frameworks make tasks themselves, so logs are found by their process. */
    public static RowLog begin() {
        RowLog log = new RowLog();
        LOGS.add(log);
        return log;
    }

    /** All logs begun in this process since this was last asked. */
    public static List<RowLog> takeAll() {
        List<RowLog> logs = List.copyOf(LOGS);
        LOGS.clear();
        return logs;
    }

    /**
     * Adds a row.
     *
     * @param conversation an id that ends in {@code -} and a number
     * @param openedAtMillis when the round was opened
     * @param answeredAtMillis when it was answered, {@link #OPEN} or {@link #UNANSWERED}
     */
    public void add(String conversation, long openedAtMillis, long answeredAtMillis) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = Long.parseLong(conversation, conversation.lastIndexOf('-') + 1, conversation.length(), 10);
        values[size++] = openedAtMillis;
        values[size++] = answeredAtMillis;
    }

    /** Value {@code i}, counted over all rows. */
    long value(int i) {
        return values[i];
    }

    /** Values of all rows. */
    int size() {
        return size;
    }
}
