package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.dayfilter.StateLayout;
import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Forecasts of one series of counts, such as a shop's chats: any day from any earlier one, from what was known then and nothing else.
 *
 * <p>Known at an origin are: counts up to it; which days are open, also later ones; phases and tags whose {@code knownFrom} is not after it. A new version
 * of the calendar starts anew, as if it had been known all along, so that past errors are judged as the version would have made them.
 */
public final class SeriesForecaster {
    /**
     * Leads at which members are weighed and widths learned; days in between take what was learned at the next longer one, since what differs from one
     * day to the next is in the filter's belief, which is made for each lead.
     */
    private static final int[] LEARNING_LEADS = {1, 3, 7, 14, 28};

    private final History history;
    private final EventCalendar events;
    private final Knowledge knowledge;
    private final WorkCalendar calendar;
    private final int ahead;
    private final int lastDay;
    private final TreeMap<Integer, Integer> versionEnds = new TreeMap<>();
    private final Map<Integer, Version> versions = new HashMap<>();

    /** All that follows from a version of the calendar. */
    private record Version(
            TotalsModel totals,
            OrdinaryDays ordinary,
            Members.Shared shared,
            GuardedForecaster.Baselines baselines,
            Map<Integer, GuardedForecaster> leads) {}

    /**
     * A forecaster.
     *
     * @param history counts
     * @param events phases and tags, with when they became known
     * @param knowledge from other shops
     * @param leads days ahead that will be asked for, 1 to 28
     * @param lastDay last origin that will be asked for; later counts are never read
     */
    public SeriesForecaster(
            History history, EventCalendar events, Knowledge knowledge, List<Integer> leads, int lastDay) {
        this.history = history;
        this.events = events;
        this.knowledge = knowledge;
        this.lastDay = Math.min(lastDay, history.days() - 1);
        this.ahead = leads.stream().mapToInt(Integer::intValue).max().orElse(1);
        this.calendar = new WorkCalendar(history, ahead + 1);
        int start = 0;
        for (LocalDate change : events.changes()) {
            int day = history.day(change.isBefore(history.date(0)) ? history.date(0) : change);
            if (day > start && day <= this.lastDay) {
                versionEnds.put(start, day - 1);
                start = day;
            }
        }
        versionEnds.put(start, this.lastDay);
    }

    /**
     * The forecast of a day.
     *
     * @param origin last day whose counts are known
     * @param target day to forecast, after it
     * @return null when less than a week is known
     */
    public SlotForecast forecast(int origin, int target) {
        Version version = version(origin);
        int lead = learningLead(target - origin);
        return version.leads
                .computeIfAbsent(lead, unseen -> forecaster(version, lead))
                .forecast(origin, target);
    }

    private int learningLead(int lead) {
        for (int learning : LEARNING_LEADS) {
            if (learning >= lead) {
                return Math.min(learning, Math.max(lead, ahead));
            }
        }
        return lead;
    }

    private GuardedForecaster forecaster(Version version, int lead) {
        Members members = new Members(version.totals, version.ordinary, calendar, version.shared, lead);
        LeadForecaster own = new LeadForecaster(version.totals, members, lead);
        return new GuardedForecaster(version.totals.layout(), own, version.baselines, lead);
    }

    /**
     * The earlier days from which a phase's effect was learned, in order: those of the same kind and phase.
     *
     * @param origin last day whose counts are known
     * @param phase of an event
     */
    public List<LocalDate> learnedFrom(int origin, EventPhase phase) {
        StateLayout layout = version(origin).totals.layout();
        List<LocalDate> days = new ArrayList<>();
        for (int day = 0; day <= origin; day++) {
            if (layout.usable(day)
                    && layout.phases(day).stream()
                            .anyMatch(other -> other.sort().equals(phase.sort()))) {
                days.add(history.date(day));
            }
        }
        return days;
    }

    /** The days up to an origin that were taken for oddities when they came, in order: to be shown, and tagged by whoever knows why. */
    public List<LocalDate> oddDays(int origin) {
        TotalsModel totals = version(origin).totals;
        List<LocalDate> days = new ArrayList<>();
        for (int day = 0; day <= origin; day++) {
            if (totals.odd(day)) {
                days.add(history.date(day));
            }
        }
        return days;
    }

    private Version version(int origin) {
        int start = versionEnds.floorKey(Math.max(0, origin));
        return versions.computeIfAbsent(start, unseen -> {
            EventCalendar known = events.asOf(history.date(start));
            StateLayout layout = new StateLayout(history, calendar, known, ahead);
            int end = versionEnds.get(start);
            TotalsModel totals = new TotalsModel(layout, knowledge, end, ahead);
            OrdinaryDays ordinary = new OrdinaryDays(totals, knowledge.shapes(), end);
            Members.Shared shared = Members.Shared.of(ordinary.history(), calendar);
            return new Version(totals, ordinary, shared, GuardedForecaster.Baselines.of(history), new HashMap<>());
        });
    }
}
