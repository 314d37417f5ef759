package io.deskpulse.metrics.planning.planner;

import io.deskpulse.metrics.forecast.SeriesForecaster;
import io.deskpulse.metrics.forecast.SlotForecast;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.intraday.LearnedSlope;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.planning.SeriesInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The days to come of one series, from its whole days. */
final class DayForecaster {
    static final String BLEND = "BLEND";
    static final String POOLED = "POOLED";

    private static final int EIGHT_WEEKS = 8;
    private static final int CUT_DAYS = 40;
    private static final int SURE_DAYS = 14;

    private final SeriesInput input;
    private final Learned learned;
    private final History history;
    private final int origin;
    private final int horizon;
    private final WorkCalendar work;
    private final SeriesForecaster forecaster;
    private final SameWeekday sameSlot;
    private final Map<String, String> taught = new HashMap<>();
    private final Map<Integer, SlotForecast> own = new HashMap<>();

    /**
     * A series whose days up to the origin are known.
     *
     * @param origin last whole day, >= 0, with a known day up to it
     * @param horizon days ahead, 1 to 28
     */
    DayForecaster(SeriesInput input, Learned learned, int origin, int horizon) {
        this.input = input;
        this.learned = learned;
        this.origin = origin;
        this.horizon = horizon;
        this.history = new History(input.firstDay(), Arrays.copyOf(input.contacts(), origin + 1));
        this.work = new WorkCalendar(history, horizon);
        this.sameSlot = new SameWeekday(history, EIGHT_WEEKS, false);
        List<Integer> leads = IntStream.rangeClosed(1, horizon).boxed().toList();
        this.forecaster = new SeriesForecaster(history, input.calendar(), learned.knowledge(), leads, origin);
    }

    History history() {
        return history;
    }

    /** The forecast of a day; null when it is closed, or too little is known. */
    SlotForecast forecast(int target) {
        if (history.days() >= SURE_DAYS && !work.open(target)) {
            return null;
        }
        return own(target) == null ? ColdStart.forecast(history, origin, target, learned) : own(target);
    }

    private SlotForecast own(int target) {
        if (!own.containsKey(target)) {
            own.put(target, forecaster.forecast(origin, target));
        }
        return own.get(target);
    }

    /** What made a forecast. */
    String model(int target) {
        return own(target) == null ? POOLED : BLEND;
    }

    /** The mean of the same slots of the last 8 weeks known; null when there is none. */
    double[] sameSlotMean(int target) {
        return sameSlot.forecast(origin, target);
    }

    /** The phases of a day. */
    List<EventPhase> phases(int target) {
        return input.calendar().on(history.date(target));
    }

    /** The days that taught what phases of a sort do, by spaces. */
    String learnedFrom(EventPhase phase) {
        return taught.computeIfAbsent(
                phase.sort(),
                unseen -> forecaster.learnedFrom(origin, phase).stream()
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(" ")));
    }

    /** The days taken for oddities that no tag covers. */
    List<Integer> oddDays() {
        return own(origin + 1) == null
                ? List.of()
                : forecaster.oddDays(origin).stream()
                        .filter(day -> !input.calendar().tagged(day))
                        .map(history::day)
                        .toList();
    }

    /**
     * What the rest of today's forecast is to be multiplied by, from what has come.
     *
     * @param today its contacts by slot, NaN where they have not come
     * @param forecast of today
     */
    double intraday(double[] today, SlotForecast forecast) {
        double seen = 0;
        double seenForecast = 0;
        int until = 0;
        for (int slot = 0; slot < today.length; slot++) {
            if (!Double.isNaN(today[slot])) {
                seen += today[slot];
                seenForecast += forecast.mean()[slot];
                until = slot + 1;
            }
        }
        List<LearnedSlope.CutDay> days = new ArrayList<>();
        for (int day = origin; day > 0 && until > 0 && days.size() < CUT_DAYS; day--) {
            if (history.has(day) && !input.calendar().tagged(history.date(day))) {
                SlotForecast then = forecaster.forecast(day - 1, day);
                if (then == null) {
                    break;
                }
                days.add(cut(history.day(day), then.mean(), until));
            }
        }
        return days.isEmpty() ? 1 : LearnedSlope.of(days).factor(seen, seenForecast);
    }

    private static LearnedSlope.CutDay cut(double[] contacts, double[] forecast, int until) {
        double[] sums = new double[4];
        for (int slot = 0; slot < contacts.length; slot++) {
            if (!Double.isNaN(contacts[slot])) {
                int at = slot < until ? 0 : 2;
                sums[at] += contacts[slot];
                sums[at + 1] += forecast[slot];
            }
        }
        return new LearnedSlope.CutDay(sums[0], sums[1], sums[2], sums[3]);
    }
}
