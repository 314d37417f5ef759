package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.daymodel.AdaptiveLevel;
import io.deskpulse.metrics.forecast.daymodel.CalendarRegression;
import io.deskpulse.metrics.forecast.daymodel.FactorModel;
import io.deskpulse.metrics.forecast.daymodel.LevelProfile;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.daymodel.SlotModel;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.forecast.shape.PooledProfile;
import io.deskpulse.metrics.forecast.shape.WeekdayProfile;
import java.util.List;

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

    private final TotalsModel totals;
    private final OrdinaryDays ordinary;
    private final History history;
    private final LevelProfile levels;
    private final FactorModel factors;
    private final List<SlotModel> others;

    /** Models that are the same at all leads, and keep what they found. */
    record Shared(FactorModel factors, CalendarRegression regression) {
        static Shared of(History ordinary, WorkCalendar calendar) {
            return new Shared(new FactorModel(ordinary, calendar), new CalendarRegression(ordinary, calendar));
        }
    }

    Members(TotalsModel totals, OrdinaryDays ordinary, WorkCalendar calendar, Shared shared, int lead) {
        this.totals = totals;
        this.ordinary = ordinary;
        this.history = ordinary.history();
        this.levels = new LevelProfile(history, calendar, LevelProfile.Rates.atLead(lead));
        this.factors = shared.factors;
        this.others = List.of(
                AdaptiveLevel.atLead(history, shared.regression, lead),
                levels,
                factors,
                new SameWeekday(history, 8, false),
                new SameWeekday(history, 8, true));
    }

    /** The forecast of each member, null where it has none; null as a whole when the filter has none. */
    double[][] forecasts(int origin, int target) {
        double[] shape = shape(origin, target);
        if (totals.belief(origin, target) == null || shape == null) {
            return null;
        }
        double[] events = ordinary.phaseFactors(origin, target);
        double[][] forecasts = new double[COUNT][];
        forecasts[0] = scaled(
                product(shape, events), Math.exp(totals.belief(origin, target).mean()));
        double factor = Math.exp(totals.eventLog(origin, target));
        for (int i = 1; i < COUNT; i++) {
            double[] plain = others.get(i - 1).forecast(origin, target);
            forecasts[i] = plain == null ? null : scaled(product(plain, events), factor * sum(plain));
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
    private double[] shape(int origin, int target) {
        int weekday = history.weekday(target);
        double[] pooled = PooledProfile.of(history, origin, weekday);
        if (pooled == null) {
            return null;
        }
        double trust = trust(origin);
        double[] shape = pooled.clone();
        double[] smoothed = levels.profile(origin, weekday);
        double[] fitted = factors.forecast(origin, target);
        addShare(shape, trust, smoothed);
        addShare(shape, trust, fitted == null ? null : WeekdayProfile.normalised(fitted));
        return WeekdayProfile.normalised(shape);
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

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int slot = 0; slot < product.length; slot++) {
            product[slot] = a[slot] * b[slot];
        }
        return product;
    }

    private static double[] scaled(double[] shape, double total) {
        double sum = sum(shape);
        double[] scaled = new double[shape.length];
        for (int slot = 0; slot < scaled.length && sum > 0; slot++) {
            scaled[slot] = total * shape[slot] / sum;
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
