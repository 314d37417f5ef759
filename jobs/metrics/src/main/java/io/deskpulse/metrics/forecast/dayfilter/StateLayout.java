package io.deskpulse.metrics.forecast.dayfilter;

import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which number of the state means what, and what each day adds up.
 *
 * <p>In order: base level, 7 weekdays, 3 closed neighbours, 6 positions in the month, harmonics of the month, the level that comes back, the short swing,
 * then three effects an event's phase (its sort, its series, its occurrence), in the order of their first day, so that a filter touches them no earlier.
 */
public final class StateLayout {
    static final int BASE = 0;
    static final int WEEKDAYS = 1;
    static final int CLOSED = WEEKDAYS + 7;
    static final int POSITIONS = CLOSED + WorkCalendar.CLOSED_FLAGS;
    static final int HARMONICS = POSITIONS + WorkCalendar.MONTH_FLAGS;
    static final int HARMONIC_PAIRS = 6;
    static final int LEVEL = HARMONICS + 2 * HARMONIC_PAIRS;
    static final int SWING = LEVEL + 1;
    static final int EVENTS = SWING + 1;

    private final History history;
    private final WorkCalendar calendar;
    private final Map<String, Integer> stateOf = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Terms[] terms;
    private final List<List<EventPhase>> phases = new ArrayList<>();
    private final boolean[] usable;

    /** What an event state stands for. */
    enum Part {
        SORT,
        SERIES,
        OCCURRENCE
    }

    /** An event state: of which phase's sort, which part, under which key. */
    record Effect(Part part, String sort, String key) {}

    /**
     * The layout of a history's days and some after its end.
     *
     * @param ahead days after the end, >= 0; the calendar must reach as far
     */
    public StateLayout(History history, WorkCalendar calendar, EventCalendar events, int ahead) {
        this.history = history;
        this.calendar = calendar;
        this.terms = new Terms[history.days() + ahead];
        this.usable = new boolean[history.days()];
        for (int day = 0; day < usable.length; day++) {
            usable[day] = history.has(day) && !events.tagged(history.date(day));
        }
        Map<LocalDate, List<EventPhase>> byDate = new LinkedHashMap<>();
        for (EventPhase phase : events.phases()) {
            for (int day = phase.fromDay(); day <= phase.toDay(); day++) {
                byDate.computeIfAbsent(phase.peak().plusDays(day), date -> new ArrayList<>())
                        .add(phase);
            }
        }
        for (int day = 0; day < terms.length; day++) {
            phases.add(byDate.getOrDefault(history.date(day), List.of()));
            terms[day] = terms(day, phases.get(day));
        }
    }

    /** The counts that it lays out. */
    public History history() {
        return history;
    }

    WorkCalendar calendar() {
        return calendar;
    }

    /** How many numbers the state has. */
    int size() {
        return EVENTS + effects.size();
    }

    List<Effect> effects() {
        return effects;
    }

    /** How many days have terms: those of the history and those ahead. */
    int days() {
        return terms.length;
    }

    Terms terms(int day) {
        return terms[day];
    }

    /** Whether a day's counts teach anything: they are known and not tagged. */
    public boolean usable(int day) {
        return usable[day];
    }

    /** The phases that a day lies in. */
    public List<EventPhase> phases(int day) {
        return phases.get(day);
    }

    /** Whether a day lies in a phase of any event. */
    public boolean eventful(int day) {
        return !phases.get(day).isEmpty();
    }

    /** The three states of a phase that some day of the layout lies in; null when none does. */
    int[] statesOf(EventPhase phase) {
        Integer sort = stateOf.get(Part.SORT + phase.sort());
        Integer series = stateOf.get(Part.SERIES + phase.series());
        Integer occurrence = stateOf.get(Part.OCCURRENCE + phase.occurrence());
        return occurrence == null ? null : new int[] {sort, series, occurrence};
    }

    private Terms terms(int day, List<EventPhase> phases) {
        Terms.Builder builder = new Terms.Builder();
        builder.add(BASE, 1);
        builder.add(WEEKDAYS + history.weekday(day), 1);
        addAll(builder, CLOSED, calendar.closedFlags(day));
        addAll(builder, POSITIONS, calendar.monthFlags(day));
        double angle = 2 * Math.PI * calendar.monthPhase(day);
        for (int j = 0; j < HARMONIC_PAIRS; j++) {
            builder.add(HARMONICS + 2 * j, Math.cos((j + 1) * angle));
            builder.add(HARMONICS + 2 * j + 1, Math.sin((j + 1) * angle));
        }
        builder.add(LEVEL, 1);
        builder.add(SWING, 1);
        for (EventPhase phase : phases) {
            double weight = phase.weight(history.date(day));
            builder.add(state(Part.SORT, phase.sort(), phase), weight);
            builder.add(state(Part.SERIES, phase.series(), phase), weight);
            builder.add(state(Part.OCCURRENCE, phase.occurrence(), phase), weight);
        }
        return builder.build();
    }

    private int state(Part part, String key, EventPhase phase) {
        return stateOf.computeIfAbsent(part + key, unseen -> {
            effects.add(new Effect(part, phase.sort(), key));
            return EVENTS + effects.size() - 1;
        });
    }

    private static void addAll(Terms.Builder builder, int first, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            builder.add(first + i, weights[i]);
        }
    }
}
