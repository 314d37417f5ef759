package io.deskpulse.metrics.planning;

import java.util.Map;
import java.util.TreeMap;

/**
 * Accounts that shifts plan for a channel, by the start of the quarter of an hour, milliseconds, weighted by time; quarters without any are left out.
 *
 * @param accounts by quarter, > 0
 */
public record Roster(Map<Long, Double> accounts) {
    /** No shift is known. */
    public static final Roster NONE = new Roster(Map.of());

    private static final long QUARTER_MILLIS = 900_000;
    private static final double HALF_AN_ACCOUNT = 0.5;

    /** Copies the map. */
    public Roster {
        accounts = new TreeMap<>(accounts);
    }

    /**
     * The accounts to expect at work in an interval, whole, at least one where half of one is planned; {@code otherwise} where less is.
     *
     * @param startMillis of the interval
     * @param minutes its length, a multiple of 15
     * @param present share of planned time that is worked, 0..1
     */
    public int team(long startMillis, int minutes, double present, int otherwise) {
        long end = startMillis + 60_000L * minutes;
        double sum = 0;
        int quarters = 0;
        for (long quarter = startMillis; quarter < end; quarter += QUARTER_MILLIS) {
            sum += accounts.getOrDefault(quarter, 0.0);
            quarters++;
        }
        double planned = sum / quarters;
        return planned < HALF_AN_ACCOUNT ? otherwise : (int) Math.max(1, Math.round(planned * present));
    }
}
