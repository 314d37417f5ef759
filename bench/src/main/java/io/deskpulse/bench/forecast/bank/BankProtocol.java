package io.deskpulse.bench.forecast.bank;

import io.deskpulse.metrics.forecast.Knowledge;
import io.deskpulse.metrics.forecast.SeriesForecaster;
import io.deskpulse.metrics.forecast.SlotForecast;
import io.deskpulse.metrics.forecast.blend.ReferenceIntervals;
import io.deskpulse.metrics.forecast.daymodel.SlotModel;
import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import io.deskpulse.ops.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Protocol BC-6W: the bank's calls 1, 7 and 14 days ahead, 29 days of test and 63 before it, all methods by the same rules. */
final class BankProtocol {
    static final List<Integer> LEADS = List.of(1, 7, 14);

    private static final LocalDate PRE_TEST = LocalDate.of(2003, 6, 16);
    private static final LocalDate TEST = LocalDate.of(2003, 9, 15);
    private static final LocalDate END = LocalDate.of(2003, 10, 24);
    private static final int AHEAD = 15;

    private final History history;
    private final int intervalMinutes;
    private final Progress progress;

    /** Accuracy of one method at one lead. */
    record Score(Accuracy test, Accuracy preTest) {}

    BankProtocol(Path file, int intervalMinutes, Progress progress) {
        this.history = BankCalls.history(file, intervalMinutes);
        this.intervalMinutes = intervalMinutes;
        this.progress = progress;
    }

    /** The scores of our forecast at each lead. */
    List<Score> ours() {
        progress.step("BC-6W " + intervalMinutes + " min: our forecast");
        SeriesForecaster forecaster =
                new SeriesForecaster(history, EventCalendar.NONE, Knowledge.NONE, LEADS, history.days() - 1);
        List<Score> scores = new ArrayList<>();
        for (int lead : LEADS) {
            scores.add(
                    new Score(ours(forecaster, lead, TEST, END), ours(forecaster, lead, PRE_TEST, TEST.minusDays(3))));
        }
        return scores;
    }

    /** The scores of each single method at each lead, in the order of the table. */
    Map<String, List<Score>> methods() {
        WorkCalendar calendar = new WorkCalendar(history, AHEAD);
        Map<String, List<Score>> scores = new LinkedHashMap<>();
        for (int lead : LEADS) {
            progress.step("BC-6W " + intervalMinutes + " min: single methods at " + lead + "d");
            BankModels.at(history, calendar, lead)
                    .forEach((name, model) -> scores.computeIfAbsent(name, unseen -> new ArrayList<>())
                            .add(score(model, lead)));
        }
        return scores;
    }

    private Score score(SlotModel model, int lead) {
        ReferenceIntervals intervals = new ReferenceIntervals(history, model, lead);
        return new Score(judged(intervals, TEST, END), judged(intervals, PRE_TEST, TEST.minusDays(3)));
    }

    private Accuracy judged(ReferenceIntervals intervals, LocalDate from, LocalDate to) {
        Accuracy accuracy = new Accuracy();
        for (int day = history.day(from); day <= history.day(to); day++) {
            if (history.has(day)) {
                add(accuracy, history.day(day), intervals.mean(day), intervals.quantiles(day));
            }
        }
        return accuracy;
    }

    private Accuracy ours(SeriesForecaster forecaster, int lead, LocalDate from, LocalDate to) {
        Accuracy accuracy = new Accuracy();
        for (int day = history.day(from); day <= history.day(to); day++) {
            if (history.has(day)) {
                SlotForecast forecast = forecaster.forecast(day - lead, day);
                add(accuracy, history.day(day), forecast.mean(), forecast.quantiles());
            }
        }
        return accuracy;
    }

    private static void add(Accuracy accuracy, double[] counts, double[] mean, double[][] quantiles) {
        for (int slot = 0; slot < counts.length; slot++) {
            accuracy.add(counts[slot], mean[slot], quantiles[slot]);
        }
    }
}
