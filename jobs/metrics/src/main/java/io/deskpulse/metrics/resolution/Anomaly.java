package io.deskpulse.metrics.resolution;

import java.util.ArrayList;
import java.util.List;

/** Combinations of events that cannot be. They are named in the row and change nothing else than is said here. */
public enum Anomaly {
    /** No opening is known: category, priority and all clocks are missing. */
    NOT_OPENED,
    /** Something happened before the opening. */
    EVENT_BEFORE_OPENING,
    /** It was resolved before it was opened; it counts as resolved and its clocks never run. */
    RESOLVED_BEFORE_OPENING,
    /** It was opened again under the same id; the first opening counts. */
    OPENED_TWICE,
    /** It was reopened while open; no reopen is counted. */
    REOPENED_WHILE_OPEN,
    /** It was resolved after it was closed, without a reopen; it counts as resolved and stays closed. */
    RESOLVED_AFTER_CLOSING,
    /** It was closed while closed; the first close counts. */
    CLOSED_TWICE,
    /** It was paused or resumed after its end; no clock is touched. */
    PAUSED_AFTER_END,
    /** It was resumed while it was not paused; no clock is touched. */
    RESUMED_WHILE_RUNNING,
    /** A solution was done that nobody had agreed. */
    SOLUTION_NOT_AGREED,
    /** A solution was due before it was agreed. */
    SOLUTION_DUE_BEFORE_AGREED,
    /** Its events name several buyers; the first counts. */
    BUYER_CHANGED,
    /** Its events name several orders; the first counts. */
    ORDER_CHANGED;

    private static final Anomaly[] ALL = values();

    int bit() {
        return 1 << ordinal();
    }

    static List<Anomaly> of(int bits) {
        List<Anomaly> anomalies = new ArrayList<>();
        for (Anomaly anomaly : ALL) {
            if ((bits & anomaly.bit()) != 0) {
                anomalies.add(anomaly);
            }
        }
        return anomalies;
    }
}
