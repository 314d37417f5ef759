package io.deskpulse.cli.hotspots;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.hotspots.Incident;
import io.deskpulse.ops.hotspots.IncidentStore;
import io.deskpulse.ops.hotspots.IncidentStory;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse hotspots explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        header = "Why an incident rang: what was expected and seen, since when, and which cell explains it.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Of an incident, or the first letters of it.")
    private String id;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        ClickHouseSql clickHouse = server.clickHouse(System.getenv());
        IncidentStore store = new IncidentStore(clickHouse);
        Incident incident = store.find(id);
        PrintWriter out = spec.commandLine().getOut();
        out.print(new IncidentStory(incident, new ShopClocks(clickHouse).zone(incident.shop()), store.history(incident))
                .text());
        out.flush();
        return 0;
    }
}
