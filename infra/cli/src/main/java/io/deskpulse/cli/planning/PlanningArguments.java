package io.deskpulse.cli.planning;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.forecasts.ForecastRow;
import io.deskpulse.ops.forecasts.Said;
import io.deskpulse.ops.shops.ShopStore;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server is asked, and how its shops tell the time: the same for every command of planners. */
public final class PlanningArguments {
    /** What a date of a table can hold; others would be stored as another day. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2148;

    @Mixin
    private ClickHouseArguments server;

    /** Who overrules or tags, and why; a mixin. */
    public static final class Reasons {
        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for whoever asks later.")
        private String reason;

        @Option(
                names = "--by",
                paramLabel = "NAME",
                defaultValue = "${sys:user.name}",
                description = "Who says so (default: ${DEFAULT-VALUE}).")
        private String by;

        /** Said now. */
        public Said said() {
            return new Said(by, now(), reason);
        }
    }

    /** The server asked. */
    public ClickHouseSql clickHouse() {
        return server.clickHouse(System.getenv());
    }

    /** This moment. */
    static Instant now() {
        return InstantSource.system().instant();
    }

    /**
     * A shop's channel, on the shop's own clock.
     *
     * @throws UserError when there is no such shop
     */
    ForecastRow.Series series(String shop, String channel) {
        return new ForecastRow.Series(shop, channel, zone(shop));
    }

    ZoneId zone(String shop) {
        return new ShopStore(clickHouse()).find(shop).zone();
    }

    /** A time with or without its offset; without, on the shop's clock. */
    static Instant instant(String option, String text, ZoneId zone) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            // Not with an offset.
        }
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            // Not with a time.
        }
        try {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new UserError(
                    option + " must be a day such as 2026-11-10 or a time such as 2026-11-10T20:00, got " + text + ".",
                    e);
        }
    }

    /** A day. */
    public static LocalDate day(String option, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new UserError(option + " must be a day such as 2026-11-10, got " + text + ".", e);
        }
        throw new UserError(
                option + " must be a day of the years " + FIRST_YEAR + " to " + LAST_YEAR + ", got " + text + ".");
    }

    static String channel(String text) {
        String channel = text.toUpperCase(Locale.ROOT);
        if (!List.of("CHAT", "PHONE", "VIDEO").contains(channel)) {
            throw new UserError("--channel must be CHAT, PHONE or VIDEO, got " + text + ".");
        }
        return channel;
    }
}
