package io.deskpulse.imports.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.input.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** A report for programs. */
public final class ReportJson {
    private ReportJson() {}

    /**
     * The report as one object.
     *
     * @param source name of the source
     * @param version of its mapping
     * @param zone in which the first and last time are told; null for UTC
     */
    public static String of(Report report, String source, String version, ZoneId zone) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("source", source).put("mapping_version", version);
        json.set("records", classes(report, false));
        json.set("parts", classes(report, true));
        json.set("known_without_event", tally(report.withoutEvent()));
        json.set("notes", tally(report.notes()));
        ArrayNode unknown = json.putArray("unknown");
        report.unknown()
                .forEach((what, found) -> unknown.addObject()
                        .put("what", what)
                        .put("count", found.count())
                        .put("first", found.first().toString()));
        json.set("events", events(report, zone));
        json.put("refusals", report.refusals());
        ArrayNode refused = json.putArray("refused");
        report.refused()
                .forEach(one -> refused.addObject()
                        .put("file", one.place().file())
                        .put("line", one.place().line())
                        .put("pointer", one.place().pointer())
                        .put("event", one.event())
                        .put("field", one.field())
                        .put("kind", one.kind())
                        .put("expected", one.expected()));
        ObjectNode unmapped = json.putObject("unmapped_fields");
        report.unmapped().forEach((name, field) -> {
            ObjectNode told = unmapped.putObject(name).put("count", field.count());
            ArrayNode types = told.putArray("types");
            field.types().forEach(types::add);
        });
        json.set("losses", tally(report.losses()));
        json.set("suspicions", tally(report.suspicions()));
        return json.toPrettyString() + "\n";
    }

    private static ObjectNode classes(Report report, boolean parts) {
        ObjectNode classes = Json.MAPPER.createObjectNode();
        classes.put("read", report.read(parts));
        for (RecordClass of : RecordClass.values()) {
            classes.put(of.key(), report.count(parts, of));
        }
        return classes;
    }

    private static ObjectNode events(Report report, ZoneId zone) {
        EventCounts counts = report.events();
        ObjectNode events = Json.MAPPER.createObjectNode();
        events.put("total", counts.total());
        ObjectNode streams = events.putObject("streams");
        counts.byStream().forEach((stream, types) -> streams.set(stream, tally(types)));
        events.set("senders", tally(counts.bySender()));
        events.put("first", counts.total() == 0 ? null : time(counts.first(), zone));
        events.put("last", counts.total() == 0 ? null : time(counts.last(), zone));
        events.put("subjects", counts.subjects());
        events.put("buyers", counts.buyers());
        events.put("outside_of_the_time", report.cutEvents());
        ObjectNode accounts = events.putObject("accounts");
        for (Map.Entry<String, Long> account : counts.repliesByAccount().entrySet()) {
            accounts.put(account.getKey(), account.getValue());
        }
        return events;
    }

    static String time(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis)
                .atZone(zone == null ? ZoneOffset.UTC : zone)
                .toOffsetDateTime()
                .toString();
    }

    private static ObjectNode tally(Tally tally) {
        ObjectNode counts = Json.MAPPER.createObjectNode();
        tally.counts().forEach(counts::put);
        return counts;
    }
}
