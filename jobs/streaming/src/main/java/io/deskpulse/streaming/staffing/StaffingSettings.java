package io.deskpulse.streaming.staffing;

import io.deskpulse.streaming.settings.Connections;
import io.deskpulse.streaming.settings.Settings;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.staffing.source.ReadPlan;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of the staffing job.
 *
 * @param clickHouse where facts are read and forecasts written
 * @param plan what is read
 * @param horizonDays days to forecast, today the first
 * @param intraday whether today's rest is forecast anew from what has come of it
 * @param sampleShops shops of each channel that teach what they share
 * @param goals what is to be reached
 */
record StaffingSettings(
        ClickHouse clickHouse, ReadPlan plan, int horizonDays, boolean intraday, int sampleShops, Goals goals) {
    /** What a task plans by. */
    record Planning(Instant madeAt, int horizonDays, boolean intraday, Goals goals) implements Serializable {}

    private static final String NOW = "now";
    private static final int MOST_DAYS = 28;
    private static final int MOST_AGENTS = 100_000;

    /**
     * Reads arguments, then environment; problems are the settings' to tell, at {@link Settings#check}.
     *
     * @param clock that a run is of when it is not told its moment
     */
    static StaffingSettings read(Settings settings, InstantSource clock) {
        ClickHouse clickHouse = Connections.clickHouse(settings);
        boolean intraday = flag(settings, "staffing.intraday");
        int horizon = settings.count("staffing.horizon-days", intraday ? 1 : 14);
        if (horizon > MOST_DAYS || intraday && horizon > 1) {
            settings.problem(
                    "--staffing.horizon-days must be 1 to 28, and 1 with --staffing.intraday true, got " + horizon);
        }
        int interval = settings.count("staffing.interval", 30);
        if (interval != 15 && interval != 30) {
            settings.problem("--staffing.interval must be 15 or 30 minutes, got " + interval);
        }
        ReadPlan plan = new ReadPlan(
                clickHouse.server(),
                madeAt(settings, clock),
                interval,
                settings.count("staffing.history-weeks", 104),
                words(settings.text("staffing.shops", null, " ")),
                settings.count("staffing.shops-per-split", 20),
                holidays(settings));
        Goals goals = new Goals(
                numbers(settings, "staffing.targets", 2, "RATIO/SECONDS, such as CHAT=0.8/60"),
                numbers(settings, "staffing.max-occupancy", 1, "RATIO, such as s1=0.85"),
                numbers(settings, "staffing.shrinkage", 2, "PLANNED/UNPLANNED, such as s1=0.12/0.06"),
                numbers(settings, "staffing.patience", 1, "SECONDS, such as PHONE=90"),
                numbers(settings, "staffing.team", 1, "AGENTS, such as s1/CHAT=40"),
                settings.count("staffing.max-chats", 5));
        check(settings, goals);
        return new StaffingSettings(
                clickHouse, plan, horizon, intraday, settings.count("staffing.sample-shops", 24), goals);
    }

    /** What a task plans by. */
    Planning planning() {
        return new Planning(plan.madeAt(), horizonDays, intraday, goals);
    }

    private static Instant madeAt(Settings settings, InstantSource clock) {
        String text = settings.text("staffing.made-at", null, NOW);
        if (text.equals(NOW)) {
            // The settings are read once a run, by its main: a run has one moment.
            return clock.instant().truncatedTo(ChronoUnit.MINUTES);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            settings.problem(
                    "--staffing.made-at must be a time with its offset such as 2026-11-10T02:00:00+08:00, got " + text);
            return Instant.EPOCH;
        }
    }

    private static boolean flag(Settings settings, String key) {
        String text = settings.text(key, null, "false");
        if (!text.equals("true") && !text.equals("false")) {
            settings.problem("--" + key + " must be true or false, got " + text);
        }
        return text.equals("true");
    }

    private static String holidays(Settings settings) {
        String text = settings.text("staffing.holidays", null, "auto");
        if (!List.of("auto", "CN", "none").contains(text)) {
            settings.problem("--staffing.holidays must be auto, CN or none, got " + text);
        }
        return text;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, double[]> numbers(Settings settings, String key, int count, String form) {
        Map<String, double[]> numbers = new TreeMap<>();
        settings.pairs(key).forEach((name, text) -> {
            try {
                double[] values = Arrays.stream(text.split("/"))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                if (values.length == count) {
                    numbers.put(name, values);
                    return;
                }
            } catch (NumberFormatException e) {
                // Told below, like a wrong count.
            }
            settings.problem("--" + key + " must be NAME=" + form + ", got " + name + "=" + text);
        });
        return numbers;
    }

    /** Ranges are checked where the values are used; here each is used once. */
    private static void check(Settings settings, Goals goals) {
        List<Map<String, double[]>> all =
                List.of(goals.targets(), goals.occupancies(), goals.shrinkages(), goals.patiences());
        for (Map<String, double[]> values : all) {
            for (String key : values.keySet()) {
                int slash = key.indexOf('/');
                try {
                    goals.of(slash < 0 ? key : key.substring(0, slash), slash < 0 ? key : key.substring(slash + 1));
                } catch (IllegalArgumentException e) {
                    settings.problem("a goal of " + key + ": " + e.getMessage());
                }
            }
        }
        goals.teams().forEach((key, agents) -> {
            if (!(agents[0] >= 1 && agents[0] <= MOST_AGENTS && agents[0] == Math.rint(agents[0]))) {
                settings.problem("--staffing.team of " + key + " must be a whole number from 1 to " + MOST_AGENTS
                        + ", got " + agents[0]);
            }
        });
        goals.patiences().forEach((key, seconds) -> {
            if (!(seconds[0] > 0)) {
                settings.problem("--staffing.patience of " + key + " must be longer than zero, got " + seconds[0]);
            }
        });
    }
}
