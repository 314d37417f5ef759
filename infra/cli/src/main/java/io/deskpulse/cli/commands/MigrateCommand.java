package io.deskpulse.cli.commands;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.migrations.MigrationPlan;
import io.deskpulse.ops.migrations.Migrator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deskpulse migrate}. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        header = "Bring a ClickHouse server to the schema of this build.",
        description = {
            "",
            "Creates the database deskpulse when it is not there and applies what it lacks, in this order:",
            "",
            "  tables  the numbered files that the database has not seen, each once; they only go forward",
            "  views   those that changed or read what changed, each by a single statement: whoever asks",
            "          finds the old or the new one. Those that left deskpulse are dropped, yours stay.",
            "  rules   those that the database never had; what you added, changed or removed stays so",
            "",
            "Safe to repeat, and to run twice at a time; a database that is up to date is left alone. Refuses a database whose table "
                    + "files are not the beginning of this build's. The embedded stack migrates by itself.",
            "",
            "With --cluster the same files make a cluster: facts lie on its shards, each shop on one of them, in replicas, everything "
                    + "else on every server, and the names stay the same; docs/cluster.md tells what the servers need. Ask the same "
                    + "server each time.",
            "",
            "The password comes from the environment variable CLICKHOUSE_PASSWORD or from --password-file, never from the command line.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the schema is up to date",
            "1:the server is not reached, a migration failed or the history does not fit",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  CLICKHOUSE_PASSWORD=… deskpulse migrate --url http://clickhouse:8123 --user admin",
            "  deskpulse migrate --url http://clickhouse-0-0:8123 --user admin --cluster '{cluster}'",
            "  deskpulse migrate --url jdbc:clickhouse:https://clickhouse:8443/deskpulse --password-file /run/secrets/clickhouse"
        })
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private ClickHouseArguments server;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            defaultValue = "${env:CLICKHOUSE_CLUSTER}",
            description =
                    "Make tables of this cluster of the servers' configuration, or of '{cluster}', the one of their macro "
                            + "(default: $$CLICKHOUSE_CLUSTER, else tables of one server).")
    private String cluster;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.standardError();
        ClickHouseAccess access = server.access(System.getenv());
        Migrator migrator = cluster == null || cluster.isBlank()
                ? Migrator.bundled(access, terminal)
                : Migrator.bundledOnCluster(access, cluster, terminal);
        MigrationPlan applied = migrator.migrate();
        terminal.step(applied.isEmpty() ? "The schema is up to date." : "Applied " + applied.size() + ".");
        return 0;
    }
}
