package io.deskpulse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What planners of the shop had: forecasts as they had been made, and what people said of them.
 *
 * @param forecasts in any order
 * @param overrides in the order in which they were made
 * @param tags of days
 */
record Planned(List<Forecast> forecasts, List<Override> overrides, List<Tag> tags) {
    private static final Set<String> FORECAST = Set.of(
            "made_at",
            "channel",
            "start",
            "minutes",
            "lead_days",
            "mean",
            "p025",
            "p10",
            "p90",
            "p975",
            "same_slot_mean",
            "weekly_contacts");
    private static final Set<String> OVERRIDE =
            Set.of("made_at", "by", "channel", "from", "to", "factor", "value", "removed_at");
    private static final Set<String> TAG = Set.of("kind", "channel", "from", "to");
    private static final double USUAL_WEEK = 600;

    /**
     * A forecast of one interval.
     *
     * @param sameSlotMean of the last 8 weeks as they were known then; null when there were none
     * @param weeklyContacts of the shop and channel over the last weeks known
     */
    record Forecast(
            OffsetDateTime madeAt,
            String channel,
            OffsetDateTime start,
            int minutes,
            int leadDays,
            List<Double> meanAndQuantiles,
            Double sameSlotMean,
            double weeklyContacts) {}

    /**
     * What somebody expected instead.
     *
     * @param factor NaN where contacts of the range are told
     * @param contacts NaN where a factor is told
     * @param removedAt null when it holds
     */
    record Override(
            OffsetDateTime madeAt,
            String by,
            String channel,
            OffsetDateTime from,
            OffsetDateTime to,
            double factor,
            double contacts,
            OffsetDateTime removedAt) {}

    /**
     * Days that teach nothing.
     *
     * @param channel empty for all
     * @param to last day
     */
    record Tag(String kind, String channel, LocalDate from, LocalDate to) {}

    /** What a case tells, in its lists {@code forecasts}, {@code overrides} and {@code tags}. */
    static Planned of(JsonNode tree) {
        List<Forecast> forecasts = new ArrayList<>();
        tree.path("forecasts").forEach(node -> forecasts.add(forecast(only(node, FORECAST))));
        List<Override> overrides = new ArrayList<>();
        tree.path("overrides").forEach(node -> overrides.add(override(only(node, OVERRIDE))));
        List<Tag> tags = new ArrayList<>();
        tree.path("tags")
                .forEach(node -> tags.add(new Tag(
                        text(only(node, TAG), "kind"),
                        node.path("channel").asText(""),
                        LocalDate.parse(text(node, "from")),
                        LocalDate.parse(text(node, "to")))));
        return new Planned(List.copyOf(forecasts), List.copyOf(overrides), List.copyOf(tags));
    }

    private static Forecast forecast(JsonNode node) {
        return new Forecast(
                time(node, "made_at"),
                node.path("channel").asText("CHAT"),
                time(node, "start"),
                node.path("minutes").asInt(30),
                node.path("lead_days").asInt(1),
                List.of("mean", "p025", "p10", "p90", "p975").stream()
                        .map(name -> number(node, name))
                        .toList(),
                node.hasNonNull("same_slot_mean") ? number(node, "same_slot_mean") : null,
                node.has("weekly_contacts") ? number(node, "weekly_contacts") : USUAL_WEEK);
    }

    private static Override override(JsonNode node) {
        if (node.has("factor") == node.has("value")) {
            throw new IllegalArgumentException("an override must have either a factor or a value, got " + node);
        }
        return new Override(
                time(node, "made_at"),
                text(node, "by"),
                node.path("channel").asText("CHAT"),
                time(node, "from"),
                time(node, "to"),
                node.has("factor") ? number(node, "factor") : Double.NaN,
                node.has("value") ? number(node, "value") : Double.NaN,
                node.has("removed_at") ? time(node, "removed_at") : null);
    }

    private static JsonNode only(JsonNode node, Set<String> fields) {
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(fields);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join(", ", unknown) + " is no field of what was planned: " + node);
        }
        return node;
    }

    private static OffsetDateTime time(JsonNode node, String field) {
        return OffsetDateTime.parse(text(node, field));
    }

    private static String text(JsonNode node, String field) {
        if (node.path(field).asText("").isBlank()) {
            throw new IllegalArgumentException(field + " must be a text in " + node);
        }
        return node.path(field).asText();
    }

    private static double number(JsonNode node, String field) {
        if (!node.path(field).isNumber()) {
            throw new IllegalArgumentException(field + " must be a number in " + node);
        }
        return node.path(field).doubleValue();
    }
}
