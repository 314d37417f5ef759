package io.deskpulse.ops.migrations;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Lets one migrator at a time at a server: a query that sleeps under an id, which no second one can have while it runs.
 *
 * <p>ClickHouse has no locks, and moving a table takes several statements. The query ends with its connection, so whoever dies at
 * work lets the next one in.
 */
final class MigrationLock implements AutoCloseable {
    private static final String ID = "deskpulse-migration";
    private static final String ID_TAKEN = "QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING";
    private static final long PAUSE_MILLIS = 50;

    /** A day; an hour of copying is long. */
    private static final String SLEEP =
            "SELECT sleepEachRow(1) FROM numbers(86400) SETTINGS max_block_size = 1 FORMAT Null -- held by ";

    private final ClickHouseHttp clickHouse;
    private final String holder = UUID.randomUUID().toString();
    private final CompletableFuture<IOException> end = new CompletableFuture<>();

    private MigrationLock(ClickHouseAccess access) {
        clickHouse = new ClickHouseHttp(access);
        ClickHouseHttp sleeping = new ClickHouseHttp(
                access, "default", Map.of("query_id", ID, "cancel_http_readonly_queries_on_client_close", "1"));
        Thread thread = new Thread(() -> sleep(sleeping), "migration-lock");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits until no other migrator is at work.
     *
     * @throws IOException when the server is not reached or refuses
     */
    static MigrationLock take(ClickHouseAccess access, Progress progress) throws IOException {
        for (boolean isFirst = true; ; isFirst = false) {
            MigrationLock lock = new MigrationLock(access);
            if (lock.isHeld()) {
                return lock;
            }
            if (isFirst) {
                progress.step("Waiting: somebody else is migrating this database");
            }
            pause();
        }
    }

    /** Lets the next one in. */
    @Override
    public void close() throws IOException {
        clickHouse.query("KILL QUERY WHERE query_id = '" + ID + "' AND query LIKE '%" + holder + "' SYNC FORMAT Null");
        end.join();
    }

    private void sleep(ClickHouseHttp sleeping) {
        try {
            sleeping.query(SLEEP + holder);
            end.complete(new IOException("the migration took longer than a day"));
        } catch (IOException e) {
            end.complete(e);
        } catch (UserError e) {
            end.complete(new IOException(e.getMessage(), e));
        }
    }

    /** Whether the query runs; returns once it does, or cannot. */
    private boolean isHeld() throws IOException {
        String running =
                "SELECT count() FROM system.processes WHERE query_id = '" + ID + "' AND query LIKE '%" + holder + "'";
        while (!end.isDone()) {
            if (clickHouse.query(running).equals("1")) {
                return true;
            }
            pause();
        }
        IOException failure = end.join();
        if (!failure.getMessage().contains(ID_TAKEN)) {
            throw failure;
        }
        return false;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for another migration", e);
        }
    }
}
