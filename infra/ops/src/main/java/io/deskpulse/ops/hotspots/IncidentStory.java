package io.deskpulse.ops.hotspots;

import io.deskpulse.ops.tables.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why an incident rang, in words and numbers.
 *
 * @param zone clock of its shop
 * @param history what stands behind it
 */
public record IncidentStory(Incident incident, ZoneId zone, CellHistory history) {
    /** What it is, and since when. */
    public String title() {
        return "Incident %s of shop %s: reason %s, %s, %s. Times are of %s.%n"
                .formatted(
                        incident.id(),
                        incident.shop(),
                        incident.reason(),
                        incident.head(),
                        incident.isOpen()
                                ? "open since " + clock(incident.times().openedAt())
                                : "open from " + clock(incident.times().openedAt()) + " to "
                                        + clock(incident.times().endedAt()),
                        zone);
    }

    /** The whole story. */
    public String text() {
        List<String> sentences = new ArrayList<>();
        Incident.Counts counts = incident.counts();
        sentences.add(
                "Since %s there were %d complaints of %d different buyers where %s were expected: %s times as many (%s to %s with 90 %% certainty)."
                        .formatted(
                                clock(incident.times().firstSeenAt()),
                                counts.observed(),
                                counts.buyers(),
                                IncidentReport.number(counts.expected()),
                                IncidentReport.number(counts.ratio()),
                                IncidentReport.number(counts.ratioLow()),
                                IncidentReport.number(counts.ratioHigh())));
        sentences.add(
                incident.kind().equals("DRIFT")
                        ? "It had been going on for more than a day when it was found: a drift."
                        : "It was found within a day of its first complaint: a burst.");
        sentences.add(
                "Expected is what the exposures of 21 days lead to at the rate that is usual for %s, so that more sales are no defect."
                        .formatted(incident.head()));
        sentences.add(
                "Its evidence is %s where alarms of this kind open at %s (natural logarithms); within %s so many complaints have a probability of 1 in %s."
                        .formatted(
                                IncidentReport.number(counts.score()),
                                IncidentReport.number(counts.threshold()),
                                hours(counts.window()),
                                odds(counts.evidence())));
        if (incident.campaign() != null) {
            sentences.add("The campaign " + incident.campaign() + " ran when it opened.");
        }
        if (incident.isLearning()) {
            sentences.add("The shop was new then: it is stored, and nobody was told.");
        }
        sentences.add(explained());
        return title() + "\n" + String.join("\n", sentences) + "\n" + days() + events() + verdict();
    }

    private String explained() {
        long others = history.alarms().stream()
                .filter(alarm -> !alarm.cell().equals(incident.head()))
                .count();
        return "Looked at were SKUs, regions, carriers, agent groups and the whole shop. "
                + (others == 0
                        ? "No other cell of this reason rang with it."
                        : "%s explains the other cells that rang:%n%n%s"
                                .formatted(capital(incident.head().toString()), alarms()));
    }

    private String alarms() {
        return new Table(
                        List.of("cell", "state", "opened", "seen>", "expected>", "ratio>"),
                        history.alarms().stream()
                                .map(alarm -> List.of(
                                        alarm.cell().toString(),
                                        alarm.isOpen() ? "open" : "ended",
                                        clock(alarm.openedAt()),
                                        Integer.toString(alarm.observed()),
                                        IncidentReport.number(alarm.expected()),
                                        IncidentReport.number(alarm.ratio())))
                                .toList())
                .text();
    }

    private String days() {
        if (history.days().isEmpty()) {
            return "\nNo whole day of this cell has been told yet.\n";
        }
        return "\nIts last days:\n\n"
                + new Table(
                                List.of("day", "exposures>", "seen>", "expected>"),
                                history.days().stream()
                                        .map(day -> List.of(
                                                day.day().toString(),
                                                String.format(Locale.ROOT, "%,.0f", day.exposures()),
                                                Integer.toString(day.observed()),
                                                IncidentReport.number(day.expected())))
                                        .toList())
                        .text();
    }

    private String events() {
        return incident.eventIds().isEmpty()
                ? ""
                : "\nLatest complaints, by their events: " + String.join(", ", incident.eventIds()) + "\n";
    }

    private String verdict() {
        Incident.Verdict verdict = incident.verdict();
        return verdict == null
                ? "\nNobody has judged it yet.\n"
                : "\n%s by %s at %s: %s%n"
                        .formatted(
                                capital(verdict.word().toLowerCase(Locale.ROOT)),
                                verdict.by(),
                                clock(verdict.at()),
                                verdict.reason());
    }

    private String clock(Instant instant) {
        return IncidentReport.clock(instant, zone);
    }

    private static String hours(String window) {
        return Duration.parse(window).toHours() + " h";
    }

    private static String odds(double evidence) {
        return evidence < 6
                ? String.format(Locale.ROOT, "%,.0f", Math.pow(10, evidence))
                : String.format(Locale.ROOT, "10^%.1f", evidence);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
