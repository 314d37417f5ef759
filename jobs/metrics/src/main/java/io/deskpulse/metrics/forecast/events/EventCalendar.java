package io.deskpulse.metrics.forecast.events;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is known of days beforehand (campaigns, holidays) and afterwards (tags).
 *
 * @param phases of all events, in any order
 * @param tags in any order
 */
public record EventCalendar(List<EventPhase> phases, List<Tag> tags) {
    /** Nothing is known. */
    public static final EventCalendar NONE = new EventCalendar(List.of(), List.of());

    /** Copies the lists. */
    public EventCalendar {
        phases = List.copyOf(phases);
        tags = List.copyOf(tags);
    }

    /** The phases that a date lies in. */
    public List<EventPhase> on(LocalDate date) {
        return phases.stream().filter(phase -> phase.weight(date) > 0).toList();
    }

    /** Whether a date's counts are to be left out. */
    public boolean tagged(LocalDate date) {
        return tags.stream().anyMatch(tag -> tag.covers(date));
    }

    /** What was known of it on a day: a forecast never sees a later version. */
    public EventCalendar asOf(LocalDate date) {
        return new EventCalendar(
                phases.stream()
                        .filter(phase -> !phase.knownFrom().isAfter(date))
                        .toList(),
                tags.stream().filter(tag -> !tag.knownFrom().isAfter(date)).toList());
    }

    /** The days, in order, on which something became known. */
    public List<LocalDate> changes() {
        return List.copyOf(new TreeSet<>(Stream.concat(
                        phases.stream().map(EventPhase::knownFrom),
                        tags.stream().map(Tag::knownFrom))
                .toList()));
    }
}
