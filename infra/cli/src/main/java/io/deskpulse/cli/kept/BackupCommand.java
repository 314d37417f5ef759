package io.deskpulse.cli.kept;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.ops.backup.Backups;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deskpulse backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        header = "Back up all tables and views while the jobs run.",
        description = {
            "",
            "ClickHouse's own BACKUP. Jobs are to be continued from a savepoint or checkpoint that was complete when the backup began, or "
                    + "an earlier one: what they have read since then they write again, and rows that were there replace themselves.",
            "",
            "Of a later one, rows would be missing that were written between the backup and it.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:the server is not reached or refuses, such as when there is one of that name",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse backup 2026-11-29 --url http://clickhouse:8123 --user deskpulse_admin",
            "  deskpulse backup 2026-11-29 --disk s3_backups"
        })
public final class BackupCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BackupPlace where;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public void run() {
        Backups.Place place = where.place();
        String began = new Backups(server.access(System.getenv()))
                .make(place)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Backed up to " + place
                + ". Continue the jobs from a savepoint or checkpoint that was complete before " + began + ".");
        out.flush();
    }
}
