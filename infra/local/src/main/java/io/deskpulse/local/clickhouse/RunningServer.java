package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseUsers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ClickHouse of a stack that another process runs, found by its run directory. */
public final class RunningServer {
    private static final Pattern PORT = Pattern.compile("<http_port>(\\d+)</http_port>");

    private RunningServer() {}

    /**
     * Its users.
     *
     * @param runDirectory of the stack
     * @throws UserError when no stack has run there
     */
    public static ClickHouseUsers in(Path runDirectory) {
        Path directory = runDirectory.resolve("clickhouse").toAbsolutePath().normalize();
        Path config = directory.resolve("config.xml");
        if (!Files.exists(config)) {
            throw new UserError("No stack has run in " + runDirectory + "; start one with deskpulse up --run-dir.");
        }
        try {
            Matcher port = PORT.matcher(Files.readString(config));
            if (!port.find()) {
                throw new UserError("There is no port in " + config + ".");
            }
            URI url = URI.create("http://127.0.0.1:" + port.group(1));
            ClickHousePasswords passwords = ClickHousePasswords.loadOrCreate(directory);
            return new ClickHouseUsers(
                    new ClickHouseAccess(url, ClickHousePasswords.ADMIN, passwords.of(ClickHousePasswords.ADMIN)),
                    new ClickHouseAccess(url, ClickHousePasswords.WRITER, passwords.of(ClickHousePasswords.WRITER)),
                    new ClickHouseAccess(url, ClickHousePasswords.READER, passwords.of(ClickHousePasswords.READER)));
        } catch (IOException e) {
            throw new UserError("Cannot read " + directory + ": " + e.getMessage() + ".", e);
        }
    }
}
