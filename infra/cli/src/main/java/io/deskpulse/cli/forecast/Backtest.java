package io.deskpulse.cli.forecast;

import io.deskpulse.metrics.forecast.Knowledge;
import io.deskpulse.metrics.forecast.SeriesForecaster;
import io.deskpulse.metrics.forecast.SlotForecast;
import io.deskpulse.metrics.forecast.blend.ReferenceIntervals;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.ops.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** Forecasts days that are over as they would have been forecast then, and judges them beside what planners do without a model. */
public final class Backtest {
    private static final int EIGHT_WEEKS = 8;

    /** Forecasts are judged as they are written, so that whoever judges the file finds the same. */
    private static final double WRITTEN_PARTS = 1e4;

    private final History history;
    private final EventCalendar events;
    private final Progress progress;

    /**
     * How good the forecasts at one lead were.
     *
     * @param lead days ahead
     * @param ours by slot
     * @param days ours by day
     * @param mean of the last 8 same slots
     * @param median of the last 8 same slots
     * @param daysJudged how many
     * @param daysYoung how many of them had less than four weeks of history behind them
     */
    public record Result(
            int lead, Accuracy ours, Accuracy days, Accuracy mean, Accuracy median, int daysJudged, int daysYoung) {}

    /** A back-test of a history. */
    public Backtest(History history, EventCalendar events, Progress progress) {
        this.history = history;
        this.events = events;
        this.progress = progress;
    }

    /**
     * Judges all known days of a stretch at each lead; days that nobody could forecast yet are left out, and days that are tagged are forecast and not judged: a
     * tag may have become known after the forecast.
     *
     * @param leads days ahead, 1 to 28
     * @param from first day to forecast
     * @param to last day to forecast
     * @param each told of every forecast, to four decimals, with the counts that came
     */
    public List<Result> run(List<Integer> leads, int from, int to, BiConsumer<SlotForecast, double[]> each) {
        progress.step("learning from " + history.days() + " days, kernel by kernel …");
        SeriesForecaster forecaster = new SeriesForecaster(history, events, Knowledge.NONE, leads, to - 1);
        List<Result> results = new ArrayList<>();
        for (int lead : leads) {
            results.add(judge(forecaster, lead, from, to, each));
        }
        return results;
    }

    private Result judge(
            SeriesForecaster forecaster, int lead, int from, int to, BiConsumer<SlotForecast, double[]> each) {
        Accuracy ours = new Accuracy();
        Accuracy days = new Accuracy();
        Accuracy mean = new Accuracy();
        Accuracy median = new Accuracy();
        ReferenceIntervals means = new ReferenceIntervals(history, new SameWeekday(history, EIGHT_WEEKS, false), lead);
        ReferenceIntervals medians = new ReferenceIntervals(history, new SameWeekday(history, EIGHT_WEEKS, true), lead);
        int judged = 0;
        int young = 0;
        for (int day = Math.max(from, lead); day <= to; day++) {
            if ((day - from) % 50 == 0) {
                progress.step("lead " + lead + ": " + history.date(day));
            }
            if (!history.has(day) || means.mean(day) == null) {
                continue;
            }
            SlotForecast exact = forecaster.forecast(day - lead, day);
            if (exact == null) {
                continue;
            }
            SlotForecast forecast = asWritten(exact);
            each.accept(forecast, history.day(day));
            if (!events.tagged(history.date(day))) {
                add(ours, history.day(day), forecast.mean(), forecast.quantiles());
                add(mean, history.day(day), means.mean(day), means.quantiles(day));
                add(median, history.day(day), medians.mean(day), medians.quantiles(day));
                addTotal(days, day, forecast);
                judged++;
                young += forecast.young() ? 1 : 0;
            }
        }
        return new Result(lead, ours, days, mean, median, judged, young);
    }

    private static SlotForecast asWritten(SlotForecast exact) {
        return new SlotForecast(
                exact.origin(),
                exact.target(),
                asWritten(exact.mean()),
                Arrays.stream(exact.quantiles()).map(Backtest::asWritten).toArray(double[][]::new),
                exact.total(),
                exact.totalQuantiles(),
                exact.factors(),
                exact.evidenceDays(),
                exact.young());
    }

    private static double[] asWritten(double[] values) {
        return Arrays.stream(values)
                .map(value -> Math.rint(value * WRITTEN_PARTS) / WRITTEN_PARTS)
                .toArray();
    }

    private static void add(Accuracy accuracy, double[] counts, double[] mean, double[][] quantiles) {
        for (int slot = 0; slot < counts.length; slot++) {
            if (!Double.isNaN(counts[slot])) {
                accuracy.add(counts[slot], mean[slot], quantiles[slot]);
            }
        }
    }

    /** Only of days known as a whole: a part of a day has no total. */
    private void addTotal(Accuracy days, int day, SlotForecast forecast) {
        double[] counts = history.day(day);
        double known = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            known += Double.isNaN(counts[slot]) ? 0 : forecast.mean()[slot];
        }
        if (known >= 0.98 * forecast.total()) {
            days.add(history.total(day), forecast.total(), forecast.totalQuantiles());
        }
    }
}
