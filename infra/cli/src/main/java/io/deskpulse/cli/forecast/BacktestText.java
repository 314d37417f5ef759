package io.deskpulse.cli.forecast;

import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.metrics.forecast.score.Levels;
import io.deskpulse.ops.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a back-test found, for people. All numbers are percent. */
public final class BacktestText {
    private BacktestText() {}

    /** A table of accuracy, one of losses by level, and what to make of them. */
    public static String of(List<Backtest.Result> results) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> losses = new ArrayList<>();
        for (Backtest.Result result : results) {
            if (result.daysJudged() == 0) {
                continue;
            }
            String lead = result.lead() + "d";
            rows.add(row(lead, "forecast", result.ours()));
            rows.add(row("", "mean of last 8", result.mean()));
            rows.add(row("", "median of last 8", result.median()));
            if (result.days().counts() > 0) {
                rows.add(row("", "forecast, day totals", result.days()));
            }
            losses.add(losses(lead, "forecast", result.ours()));
            losses.add(losses("", "mean of last 8", result.mean()));
            losses.add(losses("", "median of last 8", result.median()));
        }
        return new Table(
                                List.of(
                                        "lead",
                                        "",
                                        "WAPE>",
                                        "floor>",
                                        "wQL>",
                                        "in 80 %>",
                                        "in 95 %>",
                                        "bias>",
                                        "counts>"),
                                rows)
                        .text()
                + "\nQuantile loss by level:\n"
                + new Table(levels(), losses).text()
                + "\n" + notes(results);
    }

    private static List<String> row(String lead, String method, Accuracy accuracy) {
        return List.of(
                lead,
                method,
                percent(accuracy.wapePercent()),
                percent(accuracy.noiseFloorPercent()),
                percent(accuracy.wqlPercent()),
                String.format(Locale.ROOT, "%.1f", accuracy.coverage80Percent()),
                String.format(Locale.ROOT, "%.1f", accuracy.coverage95Percent()),
                String.format(Locale.ROOT, "%+.2f", accuracy.biasPercent()),
                Long.toString(accuracy.counts()));
    }

    private static List<String> levels() {
        List<String> names = new ArrayList<>(List.of("lead", ""));
        for (double level : Levels.all()) {
            names.add(String.format(Locale.ROOT, "%.1f%%>", 100 * level));
        }
        return names;
    }

    private static List<String> losses(String lead, String method, Accuracy accuracy) {
        List<String> row = new ArrayList<>(List.of(lead, method));
        for (int i = 0; i < Levels.count(); i++) {
            row.add(percent(accuracy.lossPercent(i)));
        }
        return row;
    }

    private static String notes(List<Backtest.Result> results) {
        StringBuilder notes = new StringBuilder(
                "WAPE: error of the mean; wQL: loss of the quantiles, the lower the better; floor: the WAPE that chance alone leaves.\n");
        for (Backtest.Result result : results) {
            if (result.daysJudged() == 0) {
                notes.append("Lead ")
                        .append(result.lead())
                        .append(
                                "d: no day of the stretch could be forecast; each needs a week of history with contacts behind it.\n");
            } else if (result.daysYoung() > 0) {
                notes.append("Lead ")
                        .append(result.lead())
                        .append("d: ")
                        .append(result.daysYoung())
                        .append(" of ")
                        .append(result.daysJudged())
                        .append(
                                " days had less than four weeks of history, 28 days with counts, behind them; take their intervals"
                                        + " as wide guesses.\n");
            }
        }
        return notes.toString();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
