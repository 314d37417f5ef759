package io.deskpulse.cli.kept;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.ops.backup.Backups;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deskpulse restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        header = "Restore a backup to a server that has no database deskpulse.",
        description = {
            "",
            "Its users must be there before (deskpulse_admin owns a view). Then migrate, when the build is a later one than that of the "
                    + "backup, and continue the jobs as 'deskpulse backup' said. Whom 'deskpulse forget' deleted since the backup is back: "
                    + "forget them again.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:the server is not reached or refuses, or has such a database", "2:wrong usage"})
public final class RestoreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BackupPlace where;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public void run() {
        Backups.Place place = where.place();
        new Backups(server.access(System.getenv())).restore(place);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Restored " + place + ".");
        out.flush();
    }
}
