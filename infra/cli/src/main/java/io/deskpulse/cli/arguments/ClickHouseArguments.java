package io.deskpulse.cli.arguments;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which ClickHouse, and who asks: the same options for every command that reads one. */
public final class ClickHouseArguments {
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
                    "Who asks; migrate needs one that may create tables (default: $$CLICKHOUSE_USER, else default).")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password (default: $$CLICKHOUSE_PASSWORD).")
    private Path passwordFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            defaultValue = "${env:CLICKHOUSE_CA}",
            description =
                    "For https: certificates, in PEM form, of the authorities to trust (default: $$CLICKHOUSE_CA, else Java's).")
    private String authority;

    /** The server asked for; not yet reached. */
    public ClickHouseSql clickHouse(Map<String, String> environment) {
        return new ClickHouseSql(access(environment));
    }

    /** Its address, and who asks. */
    public ClickHouseAccess access(Map<String, String> environment) {
        if (url == null || url.isBlank()) {
            throw new UserError("Which server? Give --url or set CLICKHOUSE_URL.");
        }
        return ClickHouseAccess.parse(url, user, password(environment), authority);
    }

    private String password(Map<String, String> environment) {
        if (passwordFile == null) {
            return environment.getOrDefault("CLICKHOUSE_PASSWORD", "");
        }
        try {
            return Files.readString(passwordFile).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UserError("Cannot read the password file " + passwordFile + ".", e);
        }
    }
}
