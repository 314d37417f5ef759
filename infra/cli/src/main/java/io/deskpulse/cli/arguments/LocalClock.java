package io.deskpulse.cli.arguments;

import io.deskpulse.ops.UserError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The shop's clock: ClickHouse knows the days of a shop, not its zone. */
public final class LocalClock {
    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Shanghai",
            description = "Time zone of the shop (default: ${DEFAULT-VALUE}).")
    private String zone;

    /**
     * The zone that was given.
     *
     * @throws UserError when it is none
     */
    public ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new UserError("--zone must be a time zone such as Asia/Shanghai, got " + zone + ".", e);
        }
    }

    /** The day that {@code text} names: a date, or {@code today}. */
    public LocalDate day(String option, String text, Instant now) {
        if (text.equals("today")) {
            return now.atZone(zone()).toLocalDate();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UserError(option + " must be a day such as 2026-11-30, or today; got " + text + ".", e);
        }
    }
}
