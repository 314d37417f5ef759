package io.deskpulse.ops.hotspots;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An incident: alarms of one reason that one cell, its head, explains.
 *
 * @param shop shop
 * @param id its short name
 * @param key its id within the shop
 * @param reason code of the taxonomy
 * @param head the cell that explains it
 * @param kind BURST or DRIFT
 * @param isOpen whether one of its alarms is
 * @param alarms how many it has
 * @param times when it was what
 * @param counts the numbers of its head
 * @param campaign that ran when its head rang; null when none did
 * @param eventIds of the latest complaints, latest first
 * @param isLearning whether the shop was too new to be told
 * @param verdict the latest judgement; null before any
 */
public record Incident(
        String shop,
        String id,
        String key,
        String reason,
        Cell head,
        String kind,
        boolean isOpen,
        int alarms,
        Times times,
        Counts counts,
        String campaign,
        List<String> eventIds,
        boolean isLearning,
        Verdict verdict) {
    /** Copies the list. */
    public Incident {
        eventIds = List.copyOf(eventIds);
    }

    /**
     * A value of a dimension.
     *
     * @param dimension SKU, REGION, CARRIER, AGENT_GROUP or SHOP
     * @param value empty for the whole shop
     */
    public record Cell(String dimension, String value) {
        @Override
        public String toString() {
            return switch (dimension) {
                case "SKU" -> "SKU " + value;
                case "SHOP" -> "the whole shop";
                default -> dimension.toLowerCase(Locale.ROOT).replace('_', ' ') + " " + value;
            };
        }
    }

    /**
     * When it was what.
     *
     * @param endedAt null while it is open
     */
    public record Times(Instant firstSeenAt, Instant openedAt, Instant updatedAt, Instant endedAt) {}

    /**
     * What speaks for it.
     *
     * @param observed complaints since the first of the run
     * @param buyers different buyers of them
     * @param expected complaints expected since then
     * @param ratio observed as a multiple of expected
     * @param ratioLow its 5 % quantile
     * @param ratioHigh its 95 % quantile
     * @param score ln of the evidence
     * @param threshold at which alarms of the dimension open
     * @param window ISO duration in which so many are least likely
     * @param evidence −log10 of the probability of so many in it
     */
    public record Counts(
            int observed,
            int buyers,
            double expected,
            double ratio,
            double ratioLow,
            double ratioHigh,
            double score,
            double threshold,
            String window,
            double evidence) {}

    /**
     * What somebody said of it.
     *
     * @param word CONFIRMED or DISMISSED
     */
    public record Verdict(String word, String reason, String by, Instant at) {}
}
