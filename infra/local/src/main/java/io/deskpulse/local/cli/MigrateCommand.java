package io.deskpulse.local.cli;

import io.deskpulse.local.Terminal;
import io.deskpulse.local.UserError;
import io.deskpulse.local.clickhouse.ClickHouseAccess;
import io.deskpulse.local.migrations.Migration;
import io.deskpulse.local.migrations.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deskpulse migrate}. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        header = "Bring a ClickHouse server to the schema of this build.",
        description = {
            "",
            "Creates the database deskpulse when it is not there and applies the numbered migrations that it lacks, in order. Safe to "
                    + "repeat. Refuses a database whose applied migrations are not the beginning of this build's. The embedded stack "
                    + "migrates by itself.",
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
            "  deskpulse migrate --url jdbc:clickhouse:https://clickhouse:8443/deskpulse --password-file /run/secrets/clickhouse"
        })
final class MigrateCommand implements Callable<Integer> {
    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:CLICKHOUSE_URL}",
            description =
                    "http(s)://HOST:PORT or jdbc:clickhouse:http(s)://HOST:PORT/deskpulse (default: $$CLICKHOUSE_URL).")
    private String url;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "${env:CLICKHOUSE_USER:-default}",
            description =
                    "A user that may create the database and its tables (default: $$CLICKHOUSE_USER, else default).")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password (default: $$CLICKHOUSE_PASSWORD).")
    private Path passwordFile;

    @Override
    public Integer call() {
        if (url == null || url.isBlank()) {
            throw new UserError("Which server? Give --url or set CLICKHOUSE_URL.");
        }
        Terminal terminal = Terminal.standardError();
        ClickHouseAccess access = ClickHouseAccess.parse(url, user, password());
        List<Migration> applied = Migrator.bundled(access, terminal).migrate();
        terminal.step(
                applied.isEmpty()
                        ? "The schema is up to date."
                        : "Applied " + applied.size() + (applied.size() == 1 ? " migration." : " migrations."));
        return 0;
    }

    private String password() {
        if (passwordFile == null) {
            return System.getenv().getOrDefault("CLICKHOUSE_PASSWORD", "");
        }
        try {
            return Files.readString(passwordFile).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UserError("Cannot read the password file " + passwordFile + ".", e);
        }
    }
}
