package io.deskpulse.cli.planning;

import io.deskpulse.metrics.staffing.Shrinkage;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.forecasts.ForecastRow;
import io.deskpulse.ops.forecasts.WhatIf;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import picocli.CommandLine.Option;

/** What if? Options under which agents are computed anew, without writing anything; a mixin. */
public final class WhatIfArguments {
    @Option(
            names = "--service-level",
            paramLabel = "RATIO",
            description = "What if this share of contacts is to be good, 0 to 1?")
    private Double serviceLevel;

    @Option(names = "--within", paramLabel = "SECONDS", description = "What if so long a wait is good?")
    private Double within;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "What if callers wait so long on average before they leave?")
    private Double patience;

    @Option(
            names = "--shrinkage",
            paramLabel = "PLANNED[/UNPLANNED]",
            description = "What if such shares of paid time are lost, 0 to below 1?")
    private String shrinkage;

    @Option(names = "--uplift", paramLabel = "FACTOR", description = "What if so many times the contacts come?")
    private Double uplift;

    @Option(
            names = "--closed",
            paramLabel = "HH:MM-HH:MM",
            description = "What if the shop is closed at these times of each day?")
    private String closed;

    /** The rows as they would be; the same rows when nothing is asked. */
    List<ForecastRow> apply(List<ForecastRow> rows) {
        if (serviceLevel == null
                && within == null
                && patience == null
                && shrinkage == null
                && uplift == null
                && closed == null) {
            return rows;
        }
        check(serviceLevel == null || serviceLevel > 0 && serviceLevel < 1, "--service-level must be between 0 and 1");
        check(within == null || within >= 0 && !within.isInfinite(), "--within must be 0 or more seconds");
        check(patience == null || patience > 0 && !patience.isInfinite(), "--patience must be more than 0 seconds");
        check(uplift == null || uplift >= 0 && uplift < 1000, "--uplift must be 0 or more");
        LocalTime[] times = times();
        return new WhatIf(
                        or(serviceLevel),
                        or(within),
                        or(patience),
                        lost(),
                        or(uplift),
                        times == null ? null : times[0],
                        times == null ? null : times[1])
                .apply(rows);
    }

    private Shrinkage lost() {
        if (shrinkage == null) {
            return null;
        }
        try {
            String[] parts = shrinkage.split("/", 2);
            return new Shrinkage(Double.parseDouble(parts[0]), parts.length == 1 ? 0 : Double.parseDouble(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "--shrinkage must be a share from 0 to below 1, or PLANNED/UNPLANNED such as 0.12/0.06, got "
                            + shrinkage + ".",
                    e);
        }
    }

    private LocalTime[] times() {
        if (closed == null) {
            return null;
        }
        try {
            String[] parts = closed.split("-", 2);
            return new LocalTime[] {LocalTime.parse(parts[0]), LocalTime.parse(parts[1])};
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new UserError("--closed must be two times such as 22:00-08:00, got " + closed + ".", e);
        }
    }

    private static double or(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static void check(boolean condition, String message) {
        if (!condition) {
            throw new UserError(message + ".");
        }
    }
}
