package io.deskpulse.ops.forecasts.export;

import io.deskpulse.ops.forecasts.ForecastRow;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Calabrio and Teleopti: CSV without a line of names, sorted by skill: skill, start, end, contacts, task time, time after the task, agents.
 *
 * @see "Teleopti WFM, import forecasts from file"
 */
public final class Calabrio {
    private static final DateTimeFormatter TIME = Numbers.pattern("yyyyMMdd HH:mm");
    private static final int LONGEST_SKILL = 50;
    private static final int DECIMALS = 4;

    private Calabrio() {}

    /** The file's text. */
    public static String of(List<ForecastRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing((ForecastRow row) -> row.series().skill())
                        .thenComparing(ForecastRow::start))
                .map(Calabrio::line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(ForecastRow row) {
        String skill = row.series().skill();
        return String.join(
                ",",
                Numbers.cell(skill.substring(0, Math.min(LONGEST_SKILL, skill.length()))),
                TIME.format(row.local()),
                TIME.format(row.end().atZone(row.series().zone())),
                Numbers.rounded(row.volume().planned(), DECIMALS),
                Numbers.rounded(row.demand().handleSeconds(), 0),
                "0",
                Integer.toString(row.need().agents()));
    }
}
