package io.deskpulse.ops.forecasts.export;

import io.deskpulse.ops.forecasts.ForecastRow;
import io.deskpulse.ops.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Forecasts and agents for people. */
public final class ForecastText {
    private static final int LOW = 1;
    private static final int HIGH = 5;
    private static final double HOUR_SECONDS = 3600;
    private static final String GAPS =
            "Left over: contacts that find the whole team busy and go to the next interval. Idle: agent hours that contacts leave; other work:"
                    + " tickets and call-backs that fit in; late: what is due then and does not.\n";

    private ForecastText() {}

    /**
     * A line for each interval: contacts with their 80 % band, and agents; and where a team leaves contacts over, or work that can wait is fitted in, how much of
     * each.
     */
    public static String of(List<ForecastRow> rows) {
        boolean gaps = rows.stream().anyMatch(ForecastText::hasGap);
        List<String> columns = new ArrayList<>(List.of(
                "interval",
                "channel",
                "contacts>",
                "80 % within>",
                "overruled>",
                "handle time>",
                "agents>",
                "to plan>",
                "busy>",
                "in time>"));
        columns.addAll(gaps ? List.of("left over>", "idle>", "other work>", "late>", "events") : List.of("events"));
        Table table =
                new Table(columns, rows.stream().map(row -> line(row, gaps)).toList());
        ForecastRow first = rows.get(0);
        String young = rows.stream().anyMatch(row -> row.label().young())
                ? "\nLess than four weeks of history stand behind this: the bands are wide, and it will move.\n"
                : "";
        return table.text()
                + "\nMade at " + Numbers.time(first.madeAt(), first.series().zone()) + " from "
                + rows.stream().mapToInt(row -> row.label().confidence()).max().orElse(0)
                + " comparable days. Agents for "
                + percent(first.requirement().targetRatio()) + " within "
                + Numbers.rounded(first.requirement().targetSeconds(), 0)
                + " s of what 3 of 4 such intervals bring; service level "
                + first.requirement().definition().code() + ".\n" + (gaps ? GAPS : "") + young;
    }

    private static boolean hasGap(ForecastRow row) {
        return row.gap() != null
                && (row.need().backlog() > 0
                        || row.gap().deferredSeconds() > 0
                        || row.gap().lateSeconds() > 0);
    }

    private static List<String> line(ForecastRow row, boolean gaps) {
        ForecastRow.Volume volume = row.volume();
        List<String> cells = new ArrayList<>(List.of(
                Numbers.pattern("yyyy-MM-dd HH:mm xxx").format(row.local()),
                row.series().channel(),
                decimal(volume.mean()),
                decimal(volume.quantiles()[LOW]) + "–" + decimal(volume.quantiles()[HIGH]),
                Double.isNaN(volume.override()) ? "" : decimal(volume.override()),
                Numbers.rounded(row.demand().handleSeconds(), 0) + " s",
                Integer.toString(row.need().agents()),
                decimal(row.need().gross()),
                percent(row.need().occupancy()),
                percent(row.need().serviceLevel())));
        if (gaps) {
            boolean known = row.gap() != null;
            cells.add(known ? decimal(row.need().backlog()) : "");
            cells.add(known ? hours(row.gap().idleSeconds()) : "");
            cells.add(known ? hours(row.gap().deferredSeconds()) : "");
            cells.add(known ? hours(row.gap().lateSeconds()) : "");
        }
        cells.add(row.label().eventId());
        return cells;
    }

    private static String hours(double seconds) {
        return decimal(seconds / HOUR_SECONDS) + " h";
    }

    /** The days of a series as a line of bars each, for a terminal. */
    public static String sparklines(List<ForecastRow> rows) {
        double most =
                rows.stream().mapToDouble(row -> row.volume().planned()).max().orElse(0);
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.series().channel() + " "
                                + Numbers.pattern("yyyy-MM-dd").format(row.local()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> day.getKey() + " "
                        + day.getValue().stream()
                                .map(row -> bar(row.volume().planned(), most))
                                .collect(Collectors.joining())
                        + " "
                        + decimal(day.getValue().stream()
                                .mapToDouble(row -> row.volume().planned())
                                .sum()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String bar(double value, double most) {
        String bars = "▁▂▃▄▅▆▇█";
        int height = most <= 0 ? 0 : (int) Math.round(value / most * (bars.length() - 1));
        return bars.substring(height, height + 1);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
    }
}
