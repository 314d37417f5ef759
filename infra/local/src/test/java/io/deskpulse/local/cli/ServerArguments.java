package io.deskpulse.local.cli;

import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is typed so that a command goes to a server of one's own. */
public final class ServerArguments {
    private ServerArguments() {}

    /**
     * A command with the server behind it.
     *
     * @param directory where the file with the password is written
     */
    public static String[] of(ClickHouseAccess access, Path directory, String... command) {
        return Stream.concat(
                        Stream.of(command),
                        Stream.of(
                                "--url=" + access.url(),
                                "--user=" + access.user(),
                                "--password-file=" + password(access, directory)))
                .toArray(String[]::new);
    }

    private static Path password(ClickHouseAccess access, Path directory) {
        try {
            return Files.writeString(directory.resolve("password"), access.password());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        }
    }
}
