package io.deskpulse.ops.forecasts.export;

import io.deskpulse.ops.forecasts.ForecastRow;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** NICE IEX, as its own export of an active forecast: date, time, zone, customer, contact type's id and name, contacts, handle time, by pipes. */
public final class NiceIex {
    private static final DateTimeFormatter DATE = Numbers.pattern("MMddyyyy");
    private static final DateTimeFormatter TIME = Numbers.pattern("HHmm");
    private static final int DECIMALS = 4;

    private NiceIex() {}

    /** The file's text. */
    public static String of(List<ForecastRow> rows) {
        return rows.stream()
                .map(row -> String.join(
                        "|",
                        DATE.format(row.local()),
                        TIME.format(row.local()),
                        row.series().zone().getId(),
                        row.series().shop(),
                        row.series().channel(),
                        row.series().skill(),
                        Numbers.rounded(row.volume().planned(), DECIMALS),
                        Numbers.rounded(row.demand().handleSeconds(), 0)))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
