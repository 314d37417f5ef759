package io.deskpulse.metrics.hotspots.alarms;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.util.List;

/**
 * A version of an alarm, as table {@code hotspots} keeps it; key (shop, reason, dimension, value, opened at), the largest version counts.
 *
 * @param reason code of the taxonomy
 * @param dimension of the cell that rang
 * @param value of the cell that rang
 * @param openedAtMillis end of the tick that opened it, milliseconds since the epoch, as all times
 * @param version 0 when it opens, one more at each update
 * @param incidentId what is shown together; ids are unique within a shop
 * @param headDimension dimension of the cell that explains the incident
 * @param headValue value of the cell that explains the incident
 * @param kind what it looks like
 * @param isOpen false in the last version
 * @param isLearning whether the shop is new, so that nobody is to be told
 * @param updatedAtMillis end of the tick of this version
 * @param endedAtMillis {@link #NOT_ENDED} while it is open
 * @param firstSeenAtMillis first complaint of the run
 * @param observed complaints of the run: the last ones that speak most for a higher rate
 * @param buyers different buyers of the run
 * @param expected complaints expected since the first of the run
 * @param ratio of rates: mean of Gamma(½ + observed, ½ + expected)
 * @param ratioLow its 5 % quantile
 * @param ratioHigh its 95 % quantile
 * @param score ln of the evidence
 * @param threshold the score at which alarms of the dimension open today
 * @param windowMillis the one of 1 h, 6 h and 24 h in which the count is least likely
 * @param evidence −log10 of the probability of so many complaints in that window
 * @param campaign that ran when it opened; null when none did
 * @param eventIds of the latest complaints of the run, 20 at most, latest first
 */
public record AlarmRow(
        String reason,
        Dimension dimension,
        String value,
        long openedAtMillis,
        int version,
        String incidentId,
        Dimension headDimension,
        String headValue,
        Kind kind,
        boolean isOpen,
        boolean isLearning,
        long updatedAtMillis,
        long endedAtMillis,
        long firstSeenAtMillis,
        int observed,
        int buyers,
        double expected,
        double ratio,
        double ratioLow,
        double ratioHigh,
        double score,
        double threshold,
        long windowMillis,
        double evidence,
        String campaign,
        List<String> eventIds) {
    /** The time of an end that has not come. */
    public static final long NOT_ENDED = Long.MIN_VALUE;

    /** What an alarm looks like. Ordinals are kept in states. */
    public enum Kind {
        /** It began within the last day. */
        BURST,
        /** It had been going on for more than a day when it was found. */
        DRIFT
    }
}
