package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.dayfilter.DayBelief;
import io.deskpulse.metrics.forecast.daymodel.AdaptiveLevel;
import io.deskpulse.metrics.forecast.daymodel.CalendarRegression;
import io.deskpulse.metrics.forecast.daymodel.FactorModel;
import io.deskpulse.metrics.forecast.daymodel.LevelProfile;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.daymodel.SlotModel;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.forecast.shape.WeekdayProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The methods whose mean is the forecast at one lead: day totals of the filter with a blend of shapes, and five that know nothing of events, on ordinary
 * days.
 *
 * <p>Methods that learn each weekday's slots on their own say little where contacts are few: their prior weight, and their say in the blend of shapes,
 * is c/(c + 20), c = contacts of a slot.
 */
final class Members {
    /** How many there are; the first is the filter. */
    static final int COUNT = 6;

    private static final double[] PRIORS = {1, 1, 0.3, 0.3, 0.2, 0.2};
    private static final double THIN = 20;
    private static final int RECENT_DAYS = 28;

    private static final int FACTORS = 2;

    private final TotalsModel totals;
    private final OrdinaryDays ordinary;
    private final History history;
    private final LevelProfile levels;
    private final List<SlotModel> others;

    /** Models that are the same at all leads, and keep what they found. */
    record Shared(
            FactorModel factors,
            CalendarRegression regression,
            SlotModel mean,
            SlotModel median,
            Map<LevelProfile.Rates, LevelProfile> levels) {
        static Shared of(History ordinary, WorkCalendar calendar) {
            return new Shared(
                    new FactorModel(ordinary, calendar),
                    new CalendarRegression(ordinary, calendar),
                    new SameWeekday(ordinary, 8, false),
                    new SameWeekday(ordinary, 8, true),
                    new HashMap<>());
        }
    }

    Members(TotalsModel totals, OrdinaryDays ordinary, WorkCalendar calendar, Shared shared, int lead) {
        this.totals = totals;
        this.ordinary = ordinary;
        this.history = ordinary.history();
        this.levels = shared.levels.computeIfAbsent(
                LevelProfile.Rates.atLead(lead), rates -> new LevelProfile(history, calendar, rates));
        this.others = List.of(
                AdaptiveLevel.atLead(history, shared.regression, lead),
                levels,
                shared.factors,
                shared.mean,
                shared.median);
    }

    /** The forecast of each member, null where it has none; null as a whole when the filter has none. */
    double[][] forecasts(int origin, int target) {
        double[] pooled = ordinary.profile(origin, history.weekday(target));
        DayBelief belief = totals.belief(origin, target);
        if (belief == null || pooled == null) {
            return null;
        }
        double[][] plain = new double[COUNT - 1][];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = others.get(i).forecast(origin, target);
        }
        double[] events = ordinary.phaseFactors(origin, target);
        double[][] forecasts = new double[COUNT][];
        double[] shape = shape(pooled, trust(origin), levels.profile(origin, history.weekday(target)), plain[FACTORS]);
        forecasts[0] = scaled(shape, events, Math.exp(belief.mean()));
        double factor = Math.exp(totals.eventLog(origin, target));
        for (int i = 1; i < COUNT; i++) {
            forecasts[i] = plain[i - 1] == null ? null : scaled(plain[i - 1], events, factor * sum(plain[i - 1]));
        }
        return forecasts;
    }

    /** How much each member counts before there is evidence. */
    double[] priors(int origin) {
        double trust = trust(origin);
        double[] priors = PRIORS.clone();
        for (int i = 1; i < COUNT; i++) {
            priors[i] *= trust;
        }
        return priors;
    }

    /** The mean of three shapes; where contacts are few, of the first alone. */
    private static double[] shape(double[] pooled, double trust, double[] smoothed, double[] fitted) {
        double[] shape = pooled.clone();
        addShare(shape, trust, smoothed);
        addShare(shape, trust, fitted == null ? null : WeekdayProfile.normalised(fitted));
        return shape;
    }

    private double trust(int origin) {
        double contacts = 0;
        int days = 0;
        for (int day = origin; day > Math.max(-1, origin - RECENT_DAYS); day--) {
            if (history.has(day)) {
                contacts += history.total(day);
                days++;
            }
        }
        double slot = days == 0 ? 0 : contacts / days / history.slots();
        return slot / (slot + THIN);
    }

    private static void addShare(double[] shape, double share, double[] other) {
        for (int slot = 0; slot < shape.length && other != null; slot++) {
            shape[slot] += share * other[slot];
        }
    }

    private static double[] scaled(double[] ordinary, double[] events, double total) {
        double[] scaled = new double[ordinary.length];
        double sum = 0;
        for (int slot = 0; slot < scaled.length; slot++) {
            scaled[slot] = ordinary[slot] * events[slot];
            sum += scaled[slot];
        }
        double scale = sum > 0 ? total / sum : 0;
        for (int slot = 0; slot < scaled.length; slot++) {
            scaled[slot] *= scale;
        }
        return scaled;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
