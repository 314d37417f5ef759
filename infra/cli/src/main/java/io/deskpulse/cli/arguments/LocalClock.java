package io.deskpulse.cli.arguments;

import io.deskpulse.ops.UserError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The shop's clock: that of its settings, unless another one is asked for. */
public final class LocalClock {
    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone to count days and hours in (default: that of the shop, see deskpulse shops list).")
    private String zone;

    /**
     * The zone that was given, else the shop's.
     *
     * @throws UserError when it is none
     */
    public ZoneId zone(ZoneId ofShop) {
        try {
            return zone == null ? ofShop : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new UserError("--zone must be a time zone such as Asia/Shanghai, got " + zone + ".", e);
        }
    }

    /** The day that {@code text} names: a date, or {@code today} in a zone. */
    public static LocalDate day(String option, String text, Instant now, ZoneId zone) {
        if (text.equals("today")) {
            return now.atZone(zone).toLocalDate();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UserError(option + " must be a day such as 2026-11-30, or today; got " + text + ".", e);
        }
    }
}
