package io.deskpulse.cli.commands;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.LocalClock;
import io.deskpulse.cli.arguments.ResultFormat;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.ledger.DayEndReport;
import io.deskpulse.ops.ledger.OpenItems;
import io.deskpulse.ops.shops.ShopStore;
import io.deskpulse.ops.shops.StoredShop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deskpulse day-end}. */
@Command(
        name = "day-end",
        mixinStandardHelpOptions = true,
        header = "List what a shop still owes at the end of a day, by owner.",
        description = {
            "",
            "Open waits, open tickets, unpaid orders with a reminder, and promises not kept: everything open at an instant, with today's "
                    + "knowledge of it. What belongs to nobody comes first. The same as the view open_items_at.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:listed, also when nothing is open",
            "1:there is no such shop, the server is not reached, or the file cannot be written",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse day-end --shop s1 --date 2026-11-11",
            "  deskpulse day-end --shop s1 --date today --at 18:30",
            "  deskpulse day-end --shop s1 --date 2026-11-11 --format csv --output open-2026-11-11.csv"
        })
final class DayEndCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--shop", paramLabel = "SHOP", required = true, description = "The shop.")
    private String shop;

    @Option(names = "--date", paramLabel = "DAY", required = true, description = "Such as 2026-11-11, or today.")
    private String date;

    @Option(
            names = "--at",
            paramLabel = "HH:MM",
            description = "Time on the shop's clock (default: when it closes on that day, see deskpulse shops list).")
    private String at;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ResultFormat format;

    @Option(names = "--output", paramLabel = "FILE", description = "Write there, in UTF-8, instead of standard output.")
    private Path output;

    @Mixin
    private LocalClock clock;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        ClickHouseSql clickHouse = server.clickHouse(System.getenv());
        StoredShop known = new ShopStore(clickHouse).find(shop);
        Instant now = InstantSource.system().instant();
        Instant instant = instant(known, now);
        if (instant.isAfter(now)) {
            Terminal.standardError().step("That is still to come: these items are open now.");
        }
        DayEndReport report =
                new DayEndReport(shop, instant, clock.zone(known.zone()), new OpenItems(clickHouse).of(shop, instant));
        print(format.of(report::text, report::csv, report::json));
        return 0;
    }

    /** The instant that the arguments name for a shop; the end of a day on which the shop does not open. */
    Instant instant(StoredShop known, Instant now) {
        ZoneId zone = clock.zone(known.zone());
        LocalDate day = LocalClock.day("--date", date, now, zone);
        if (at == null) {
            return day.atStartOfDay()
                    .plusSeconds(known.closingSecond(day))
                    .atZone(zone)
                    .toInstant();
        }
        try {
            return day.atTime(LocalTime.parse(at)).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new UserError("--at must be a time such as 23:00, got " + at + ".", e);
        }
    }

    private void print(String result) {
        if (output == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(result);
            out.flush();
            return;
        }
        try {
            Files.writeString(output, result);
        } catch (IOException e) {
            throw new UserError("Cannot write " + output + ": " + e.getMessage() + ".", e);
        }
    }
}
