package io.deskpulse.cli.hotspots;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.ResultFormat;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.hotspots.IncidentReport;
import io.deskpulse.ops.hotspots.IncidentStore;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deskpulse hotspots list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "One line for each incident, the latest first, and how those of a shop were judged.")
final class ListHotspotsCommand implements Callable<Integer> {
    /** A hundred years, longer than any incident is kept. */
    private static final int MOST_DAYS = 36_500;

    @Spec
    private CommandSpec spec;

    @Option(names = "--shop", paramLabel = "SHOP", description = "One shop (default: all).")
    private String shop;

    @Option(names = "--open", description = "Open incidents only.")
    private boolean openOnly;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "Those that were open within so many days (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ResultFormat format;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw new UserError("--days must be from 1 to %d, got %d.".formatted(MOST_DAYS, days));
        }
        ClickHouseSql clickHouse = server.clickHouse(System.getenv());
        Instant now = InstantSource.system().instant();
        IncidentStore store = new IncidentStore(clickHouse);
        ShopClocks clocks = new ShopClocks(clickHouse);
        if (shop != null) {
            clocks.zone(shop);
        }
        IncidentReport report =
                new IncidentReport(store.list(shop, now.minus(Duration.ofDays(days)), openOnly), clocks::zone);
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.of(
                () -> report.text() + (shop == null ? "" : "\n" + store.record(shop, now) + "\n"),
                report::csv,
                report::json));
        out.flush();
        return 0;
    }
}
