package io.deskpulse.imports.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for people: what became of the records, what events there are, and what to look at. */
public final class ReportText {
    private static final int MOST_LINES = 20;

    private final Report report;
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    private ReportText(Report report, ZoneId zone) {
        this.report = report;
        this.zone = zone;
    }

    /**
     * The report, in lines.
     *
     * @param title of the source
     * @param zone in which times are told; null for UTC
     */
    public static List<String> of(Report report, String title, ZoneId zone) {
        ReportText text = new ReportText(report, zone);
        text.lines.add("");
        text.classes(title + ": records", false);
        if (report.read(true) > 0) {
            text.classes("  and their parts", true);
        }
        text.tally("known and without event", report.withoutEvent());
        text.tally("noted beside", report.notes());
        text.unknown();
        text.events();
        text.refused();
        text.unmapped();
        text.tally("lost (the source has it, events cannot say it)", report.losses());
        text.tally("suspicious (told, not corrected)", report.suspicions());
        return text.lines;
    }

    private void classes(String what, boolean parts) {
        add(
                "%s %,d = %,d mapped + %,d known and without event + %,d unknown + %,d seen again + %,d refused",
                what,
                report.read(parts),
                report.count(parts, RecordClass.MAPPED),
                report.count(parts, RecordClass.WITHOUT_EVENT),
                report.count(parts, RecordClass.UNKNOWN),
                report.count(parts, RecordClass.SEEN_AGAIN),
                report.count(parts, RecordClass.REFUSED));
    }

    private void tally(String what, Tally tally) {
        if (tally.total() > 0) {
            lines.add(what + ":");
            tally.counts().entrySet().stream()
                    .limit(MOST_LINES)
                    .forEach(count -> add("  %,8d  %s", count.getValue(), count.getKey()));
        }
    }

    private void unknown() {
        if (!report.unknown().isEmpty()) {
            lines.add("unknown:");
            report.unknown().entrySet().stream()
                    .limit(MOST_LINES)
                    .forEach(one -> add(
                            "  %,8d  %s, first at %s",
                            one.getValue().count(), one.getKey(), one.getValue().first()));
        }
    }

    private void events() {
        EventCounts events = report.events();
        add("events %,d of %,d subjects, %,d buyers", events.total(), events.subjects(), events.buyers());
        if (events.total() == 0) {
            return;
        }
        add("  from %s to %s", ReportJson.time(events.first(), zone), ReportJson.time(events.last(), zone));
        events.byStream().forEach((stream, types) -> add("  %s: %s", stream, list(types.counts())));
        if (events.bySender().total() > 0) {
            add("  messages by sender: %s", list(events.bySender().counts()));
        }
        if (!events.repliesByAccount().isEmpty()) {
            add("  replies by account: %s", list(events.repliesByAccount()));
        }
        if (report.cutEvents() > 0) {
            add("  %,d more outside of the time asked for", report.cutEvents());
        }
    }

    private void refused() {
        if (report.refusals() > 0) {
            add("refused %,d:", report.refusals());
            report.refused().stream()
                    .limit(MOST_LINES)
                    .forEach(one -> add(
                            "  %s%s%s%s: expected %s",
                            one.place(),
                            one.event() == null ? "" : ", " + one.event(),
                            one.field() == null ? "" : ", field " + one.field(),
                            one.kind() == null ? "" : ", a value of kind " + one.kind(),
                            one.expected().replaceFirst("^expected ", "")));
        }
    }

    private void unmapped() {
        if (!report.unmapped().isEmpty()) {
            lines.add("fields that the mapping does not name: "
                    + report.unmapped().entrySet().stream()
                            .limit(MOST_LINES)
                            .map(field ->
                                    field.getKey() + " (" + field.getValue().count() + " "
                                            + String.join(", ", field.getValue().types()) + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .limit(MOST_LINES)
                .map(count -> String.format(Locale.ROOT, "%s %,d", count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void add(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}
