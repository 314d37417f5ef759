package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What runs the server.
 *
 * @param kind {@code --library} or {@code --binary}, as {@link ClickHouseServer} takes it
 */
record ClickHouseProgram(String kind, Path file) {
    /** A {@code clickhouse} binary on the search path if there is one, else the npm package, downloaded when needed. */
    static ClickHouseProgram choose(DeskpulseHome home, String searchPath, Progress progress) {
        return binaryOn(searchPath)
                .map(file -> new ClickHouseProgram("--binary", file))
                .orElseGet(() -> new ClickHouseProgram("--library", ClickHousePackage.obtain(home, progress)));
    }

    /** The first executable file called {@code clickhouse}. */
    static Optional<Path> binaryOn(String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, "clickhouse"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    boolean isLibrary() {
        return kind.equals("--library");
    }

    List<String> arguments() {
        return List.of(kind, file.toString());
    }
}
