package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.FreePorts;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A ClickHouse server in a child process, bound to loopback, with a password for each of its three users.
 *
 * <p>{@code deskpulse_admin} may do everything (migrations), {@code deskpulse_writer} insert into and read the database
 * {@code deskpulse}, {@code deskpulse_reader} only read it, within limits of time and memory. The process ends with this one, however
 * this one ends; data and passwords stay in the directory. Not thread-safe.
 */
public final class EmbeddedClickHouse implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final int ATTEMPTS = 3;

    private final ClickHouseOptions options;
    private final ClickHouseProgram program;
    private final ClickHousePasswords passwords;
    private int httpPort;
    private int tcpPort;
    private ClickHouseProcess process;

    private EmbeddedClickHouse(ClickHouseOptions options, ClickHouseProgram program, ClickHousePasswords passwords) {
        this.options = options;
        this.program = program;
        this.passwords = passwords;
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @throws UserError when there is no program for this machine, or the server does not start (a fixed port is taken)
     * @throws UncheckedIOException when the directory cannot be written
     */
    public static EmbeddedClickHouse start(ClickHouseOptions options, Progress progress) {
        FreePorts.requireFree(options.httpPort(), "--clickhouse-http-port");
        FreePorts.requireFree(options.tcpPort(), "--clickhouse-tcp-port");
        ClickHouseProgram program =
                ClickHouseProgram.choose(options.home(), System.getenv().getOrDefault("PATH", ""), progress);
        try {
            Files.createDirectories(options.directory());
            ClickHouseProcess.endOrphan(options.directory());
            EmbeddedClickHouse server =
                    new EmbeddedClickHouse(options, program, ClickHousePasswords.loadOrCreate(options.directory()));
            server.startOnSomePorts();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run ClickHouse in " + options.directory(), e);
        }
    }

    /** For migrations: may do everything. */
    public ClickHouseAccess admin() {
        return access(ClickHousePasswords.ADMIN);
    }

    /** For the job: SELECT and INSERT on {@code deskpulse}; inserts are never buffered. */
    public ClickHouseAccess writer() {
        return access(ClickHousePasswords.WRITER);
    }

    /** For people and dashboards: SELECT on {@code deskpulse}. */
    public ClickHouseAccess reader() {
        return access(ClickHousePasswords.READER);
    }

    /** All three. */
    public ClickHouseUsers users() {
        return new ClickHouseUsers(admin(), writer(), reader());
    }

    /** Of the HTTP interface. */
    public int httpPort() {
        return httpPort;
    }

    /** Of the native protocol. */
    public int tcpPort() {
        return tcpPort;
    }

    /** Of the server's process. */
    public long pid() {
        return process.pid();
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the server as {@code kill -9} does: for crash tests. */
    public void kill() {
        process.kill();
    }

    /**
     * Starts the server again after {@link #kill}, on the same ports and data.
     *
     * @throws UserError when it does not start
     */
    public void restart() {
        try {
            process.stop();
            startOnce();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run ClickHouse in " + options.directory(), e);
        }
    }

    /** Stops the server; its data stay. */
    @Override
    public void close() {
        process.stop();
    }

    private ClickHouseAccess access(String user) {
        return new ClickHouseAccess(URI.create("http://127.0.0.1:" + httpPort), user, passwords.of(user));
    }

    private void startOnSomePorts() throws IOException {
        for (int attempt = 1; ; attempt++) {
            List<Integer> free = FreePorts.find(2);
            httpPort = options.httpPort() == 0 ? free.get(0) : options.httpPort();
            tcpPort = options.tcpPort() == 0 ? free.get(1) : options.tcpPort();
            try {
                startOnce();
                return;
            } catch (UserError e) {
                // A port that was free a moment ago may have gone to somebody else in between.
                if (attempt == ATTEMPTS || !e.getMessage().contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }

    private void startOnce() throws IOException {
        Path config = ClickHouseFiles.write(options, httpPort, tcpPort, passwords, program.isLibrary());
        process = ClickHouseProcess.start(
                options.directory(),
                program,
                List.of(
                        "--config-file=" + config,
                        "--path=" + options.directory().resolve("data"),
                        "--http_port=" + httpPort,
                        "--tcp_port=" + tcpPort,
                        "--listen_host=127.0.0.1"));
        try {
            awaitAnswer();
        } catch (IOException | RuntimeException e) {
            process.stop();
            throw e;
        }
    }

    private void awaitAnswer() throws IOException {
        ClickHouseHttp http = new ClickHouseHttp(admin());
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!(http.isUp() && isBootstrapOver(http))) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new UserError("ClickHouse did not start: " + process.lastWords() + "\nIts logs are in "
                        + options.directory() + ", which --run-dir keeps.");
            }
            pause();
        }
    }

    /**
     * Whether the one user without a password can do nothing any more; see bootstrap-user.xml. The library's own statements use up that
     * user's quota, the last one some time after the server has begun to answer.
     */
    private boolean isBootstrapOver(ClickHouseHttp http) {
        if (!program.isLibrary()) {
            return true;
        }
        try {
            return http.query("SELECT queries >= max_queries FROM system.quotas_usage WHERE quota_name = 'bootstrap'")
                    .equals("1");
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while ClickHouse was starting.", e);
        }
    }
}
