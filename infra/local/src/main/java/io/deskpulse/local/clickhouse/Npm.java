package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The npm command, run in a directory of its own; the user's own npm configuration (registry, proxy) applies. */
final class Npm {
    private static final Duration TICK = Duration.ofSeconds(10);

    private final Path directory;

    Npm(Path directory) {
        this.directory = directory;
    }

    /**
     * Downloads a package as it was published, without installing it or running anything of it.
     *
     * @return the archive
     * @throws UserError when npm is missing or fails, with npm's own words
     */
    Path pack(String npmPackage, Progress progress) throws IOException {
        run(progress, "pack", npmPackage, "--ignore-scripts", "--loglevel=error");
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new UserError("npm pack " + npmPackage + " left no archive."));
        }
    }

    /** The registry's integrity of a package: {@code sha512-} and Base64. */
    String integrity(String npmPackage, Progress progress) throws IOException {
        return run(progress, "view", npmPackage, "dist.integrity", "--loglevel=error")
                .strip();
    }

    private String run(Progress progress, String... arguments) throws IOException {
        Path out = directory.resolve("npm.out");
        Path err = directory.resolve("npm.err");
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException e) {
            throw new UserError(
                    "npm is needed once, to download ClickHouse, and is not on the PATH. Install Node.js with npm (18 or newer),"
                            + " or put a clickhouse binary on the PATH, or name a running server with CLICKHOUSE_URL.",
                    e);
        }
        waitFor(process, progress);
        if (process.exitValue() != 0) {
            throw new UserError("npm " + String.join(" ", arguments) + " failed:\n"
                    + Files.readString(err).strip().indent(2).stripTrailing()
                    + "\nCheck the connection and npm's registry and proxy settings, then try again.");
        }
        return Files.readString(out);
    }

    private static void waitFor(Process process, Progress progress) throws IOException {
        process.getOutputStream().close();
        long started = System.nanoTime();
        try {
            while (!process.waitFor(TICK.toSeconds(), TimeUnit.SECONDS)) {
                progress.step("  still downloading, "
                        + Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while npm was running");
        }
    }
}
