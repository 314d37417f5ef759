package io.deskpulse.local.clickhouse;

import com.sun.jna.NativeLibrary;
import io.deskpulse.ops.ClassPathEntry;
import io.deskpulse.ops.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The child process of {@link ClickHouseServer}, and the file that tells a later start about it. */
final class ClickHouseProcess {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Process process;
    private final Path log;

    private ClickHouseProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ClickHouseProcess start(Path directory, ClickHouseProgram program, List<String> serverArguments)
            throws IOException {
        Path log = directory.resolve("process.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // Leaves SIGTERM and SIGHUP to end the process at once: the JVM's own handlers would wait for native
                // threads.
                "-Xrs",
                // With -Xrs a socket to attach to would be opened at the start, and stay in the directory for temporary
                // files.
                "-XX:+DisableAttachMechanism"));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath(), ClickHouseServer.class.getName()));
        command.addAll(program.arguments());
        command.addAll(serverArguments);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Files.writeString(pidFile(directory), String.valueOf(process.pid()));
        return new ClickHouseProcess(process, log);
    }

    /** Ends a server that a killed parent may have left in {@code directory}; such a server holds the data. */
    static void endOrphan(Path directory) throws IOException {
        Path file = pidFile(directory);
        if (!Files.exists(file)) {
            return;
        }
        ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                // The number may have gone to another process since.
                .filter(handle -> handle.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.contains(directory.toString())))
                .ifPresent(handle -> {
                    handle.destroyForcibly();
                    await(handle.onExit());
                });
        Files.delete(file);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** {@code kill -9}, and waits for the end. */
    void kill() {
        process.destroyForcibly();
        await(process.onExit());
    }

    /** Asks the process to end, kills it when it does not. */
    void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended by itself: the same.
        }
        try {
            process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** What the process said, its last lines, at most 2,000 characters. */
    String lastWords() throws IOException {
        String text = Files.readString(log).strip();
        return text.substring(Math.max(0, text.length() - 2000));
    }

    private static void await(CompletableFuture<?> end) {
        try {
            end.get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new UserError("A ClickHouse process does not end even when killed; is the disk hanging?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The child needs these two only, wherever the parent's class path comes from. */
    private static String classPath() {
        return ClassPathEntry.of(ClickHouseServer.class) + File.pathSeparator + ClassPathEntry.of(NativeLibrary.class);
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("pid");
    }
}
