package io.deskpulse.cli.defects;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.ResultFormat;
import io.deskpulse.digest.defects.DefectReport;
import io.deskpulse.digest.defects.DefectStore;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.shops.ShopStore;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deskpulse defects list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "One line for each item, those with most cases first.")
final class ListDefectsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--shop", paramLabel = "SHOP", description = "One shop (default: all).")
    private String shop;

    @Option(names = "--open", description = "Only those that are neither mended nor no defect.")
    private boolean openOnly;

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
        ClickHouseSql clickHouse = server.clickHouse(System.getenv());
        if (shop != null) {
            new ShopStore(clickHouse).find(shop);
        }
        DefectStore store = new DefectStore(clickHouse, InstantSource.system().instant());
        DefectReport report = new DefectReport(store.list(shop, openOnly));
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.of(report::text, report::csv, report::json));
        out.flush();
        return 0;
    }
}
