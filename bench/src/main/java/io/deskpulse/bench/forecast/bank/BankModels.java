package io.deskpulse.bench.forecast.bank;

import io.deskpulse.metrics.forecast.daymodel.AdaptiveLevel;
import io.deskpulse.metrics.forecast.daymodel.CalendarRegression;
import io.deskpulse.metrics.forecast.daymodel.DayGp;
import io.deskpulse.metrics.forecast.daymodel.FactorModel;
import io.deskpulse.metrics.forecast.daymodel.LevelProfile;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.daymodel.SlotModel;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.metrics.forecast.shape.WeekdayProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The single methods that protocol BC-6W compares, by the names of its table. */
final class BankModels {
    /** Fitted by marginal likelihood on the days before the test. */
    private static final DayGp.Kernel KERNEL =
            new DayGp.Kernel(0.070, 0.053, 0.035, 0.025, 0.65, 0.045, 21, 0.027, 1.3, 0.013);

    private static final double PRIOR_MEAN = 10.38;
    private static final int SHAPE_WEEKS = 26;
    private static final double SHAPE_DISCOUNT = 0.93;

    private BankModels() {}

    /** All methods at a lead, in the order of the table. */
    static Map<String, SlotModel> at(History history, WorkCalendar calendar, int lead) {
        LevelProfile levels = new LevelProfile(history, calendar, LevelProfile.Rates.atLead(lead));
        FactorModel factors = new FactorModel(history, calendar);
        CalendarRegression regression = new CalendarRegression(history, calendar);
        SlotModel adaptive = AdaptiveLevel.atLead(history, regression, lead);
        DayGp process = new DayGp(history, calendar, KERNEL);
        SlotModel gaussian = (origin, target) -> {
            double[] smoothed = levels.profile(origin, history.weekday(target));
            double[] fitted = factors.forecast(origin, target);
            if (smoothed == null || fitted == null) {
                return null;
            }
            double[] slow = WeekdayProfile.of(history, origin, history.weekday(target), SHAPE_WEEKS, SHAPE_DISCOUNT);
            double[] shape = mean(List.of(slow, WeekdayProfile.normalised(fitted), smoothed));
            double total = Math.exp(process.forecast(origin, target, PRIOR_MEAN).mean());
            return Arrays.stream(shape).map(share -> total * share).toArray();
        };
        Map<String, SlotModel> models = new LinkedHashMap<>();
        models.put("SN", new SameWeekday(history, 1, false));
        models.put("M4", new SameWeekday(history, 4, false));
        models.put("M8", new SameWeekday(history, 8, false));
        models.put("Md8", new SameWeekday(history, 8, true));
        models.put("ES", levels);
        models.put("SV", factors);
        models.put("CR", regression);
        models.put("C3", mean(levels, factors, regression));
        models.put("CL", adaptive);
        models.put("GP", gaussian);
        models.put("AV", mean(adaptive, gaussian));
        return models;
    }

    private static SlotModel mean(SlotModel... models) {
        return (origin, target) -> {
            List<double[]> forecasts = new ArrayList<>();
            for (SlotModel model : models) {
                double[] forecast = model.forecast(origin, target);
                if (forecast == null) {
                    return null;
                }
                forecasts.add(forecast);
            }
            return mean(forecasts);
        };
    }

    private static double[] mean(List<double[]> values) {
        double[] mean = new double[values.get(0).length];
        for (double[] each : values) {
            for (int slot = 0; slot < mean.length; slot++) {
                mean[slot] += each[slot] / values.size();
            }
        }
        return mean;
    }
}
