package io.deskpulse.ops.hotspots;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.ops.tables.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Incidents, for people and for programs.
 *
 * @param incidents in the order in which they are shown
 * @param zones clock of a shop, on which its instants are shown
 */
public record IncidentReport(List<Incident> incidents, Function<String, ZoneId> zones) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Copies the list. */
    public IncidentReport {
        incidents = List.copyOf(incidents);
    }

    /** A line for each. */
    public String text() {
        if (incidents.isEmpty()) {
            return "No incidents.\n";
        }
        List<List<String>> rows = incidents.stream()
                .map(incident -> Arrays.asList(
                        incident.id(),
                        incident.shop(),
                        incident.reason(),
                        incident.head().toString(),
                        state(incident),
                        clock(incident.times().openedAt(), zones.apply(incident.shop())),
                        Integer.toString(incident.counts().observed()),
                        number(incident.counts().expected()),
                        number(incident.counts().ratio()) + " ("
                                + number(incident.counts().ratioLow()) + " – "
                                + number(incident.counts().ratioHigh()) + ")",
                        incident.verdict() == null
                                ? null
                                : incident.verdict().word().toLowerCase(Locale.ROOT)))
                .toList();
        return new Table(
                        List.of(
                                "id",
                                "shop",
                                "reason",
                                "where",
                                "state",
                                "opened",
                                "seen>",
                                "expected>",
                                "ratio",
                                "judged"),
                        rows)
                .text();
    }

    /** A line for each, instants as ISO 8601 with the offset of the shop's zone. */
    public String csv() {
        return new Table(
                        List.of(
                                "shop_id",
                                "id",
                                "reason",
                                "dimension",
                                "value",
                                "kind",
                                "state",
                                "learning",
                                "alarms",
                                "first_seen_at",
                                "opened_at",
                                "updated_at",
                                "ended_at",
                                "observed",
                                "buyers",
                                "expected",
                                "ratio",
                                "ratio_low",
                                "ratio_high",
                                "score",
                                "threshold",
                                "window",
                                "evidence",
                                "campaign",
                                "verdict"),
                        incidents.stream().map(this::cells).toList())
                .csv();
    }

    /** An array with an object for each. */
    public String json() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        incidents.forEach(incident -> array.add(object(incident)));
        return array.toPrettyString() + "\n";
    }

    private List<String> cells(Incident incident) {
        Incident.Counts counts = incident.counts();
        return Arrays.asList(
                incident.shop(),
                incident.id(),
                incident.reason(),
                incident.head().dimension(),
                incident.head().value(),
                incident.kind(),
                incident.isOpen() ? "OPEN" : "ENDED",
                String.valueOf(incident.isLearning()),
                Integer.toString(incident.alarms()),
                iso(incident, incident.times().firstSeenAt()),
                iso(incident, incident.times().openedAt()),
                iso(incident, incident.times().updatedAt()),
                iso(incident, incident.times().endedAt()),
                Integer.toString(counts.observed()),
                Integer.toString(counts.buyers()),
                Double.toString(counts.expected()),
                Double.toString(counts.ratio()),
                Double.toString(counts.ratioLow()),
                Double.toString(counts.ratioHigh()),
                Double.toString(counts.score()),
                Double.toString(counts.threshold()),
                counts.window(),
                Double.toString(counts.evidence()),
                incident.campaign(),
                incident.verdict() == null ? null : incident.verdict().word());
    }

    private ObjectNode object(Incident incident) {
        Incident.Counts counts = incident.counts();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("shop_id", incident.shop())
                .put("id", incident.id())
                .put("reason", incident.reason())
                .put("dimension", incident.head().dimension())
                .put("value", incident.head().value())
                .put("kind", incident.kind())
                .put("state", incident.isOpen() ? "OPEN" : "ENDED")
                .put("learning", incident.isLearning())
                .put("alarms", incident.alarms())
                .put("first_seen_at", iso(incident, incident.times().firstSeenAt()))
                .put("opened_at", iso(incident, incident.times().openedAt()))
                .put("updated_at", iso(incident, incident.times().updatedAt()))
                .put("ended_at", iso(incident, incident.times().endedAt()))
                .put("observed", counts.observed())
                .put("buyers", counts.buyers())
                .put("expected", counts.expected())
                .put("ratio", counts.ratio())
                .put("ratio_low", counts.ratioLow())
                .put("ratio_high", counts.ratioHigh())
                .put("score", counts.score())
                .put("threshold", counts.threshold())
                .put("window", counts.window())
                .put("evidence", counts.evidence())
                .put("campaign", incident.campaign());
        ArrayNode events = json.putArray("event_ids");
        incident.eventIds().forEach(events::add);
        if (incident.verdict() == null) {
            json.putNull("verdict");
        } else {
            json.putObject("verdict")
                    .put("verdict", incident.verdict().word())
                    .put("reason", incident.verdict().reason())
                    .put("by", incident.verdict().by())
                    .put("at", iso(incident, incident.verdict().at()));
        }
        return json;
    }

    private static String state(Incident incident) {
        return (incident.isOpen() ? "open" : "ended") + (incident.isLearning() ? ", learning" : "");
    }

    /** Date and time on the clock of a shop, to the minute. */
    static String clock(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** Two digits of small numbers, one of others. */
    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.1f", value);
    }

    private String iso(Incident incident, Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zones.apply(incident.shop())));
    }
}
