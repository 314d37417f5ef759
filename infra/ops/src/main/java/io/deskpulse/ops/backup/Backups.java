package io.deskpulse.ops.backup;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.time.Instant;

/**
 * Backups of the database {@code deskpulse}: ClickHouse's own {@code BACKUP} and {@code RESTORE}, which go on at the server and are waited
 * for here.
 *
 * <p>Every method throws {@link UserError} when the server is not reached or refuses; the message is the server's own.
 */
public final class Backups {
    private static final long PAUSE_MILLIS = 200;

    private final ClickHouseAccess access;
    private final ClickHouseHttp clickHouse;

    /** Of a server, asked by a user who may make backups. */
    public Backups(ClickHouseAccess access) {
        this.access = access;
        this.clickHouse = new ClickHouseHttp(access);
    }

    /**
     * Where a backup lies.
     *
     * @param disk of the server's storage configuration; null for a directory of its {@code backups.allowed_path}
     */
    public record Place(String name, String disk) {
        private String sql() {
            return disk == null
                    ? "File(" + ClickHouseHttp.literal(name) + ")"
                    : "Disk(" + ClickHouseHttp.literal(disk) + ", " + ClickHouseHttp.literal(name) + ")";
        }

        @Override
        public String toString() {
            return disk == null ? name : name + " on " + disk;
        }
    }

    /**
     * Makes a backup.
     *
     * @return when it began, on the server's clock: rows acknowledged before are in it
     */
    public Instant make(Place place) {
        if (!ask("SELECT count() FROM system.databases WHERE name = '" + ClickHouseAccess.SHARD_DATABASE + "'")
                .equals("0")) {
            throw new UserError("The database " + ClickHouseAccess.DATABASE + " at " + access.url()
                    + " is that of a cluster, whose shards write to one place that all of them reach: docs/cluster.md has the"
                    + " statement.");
        }
        Instant began = Instant.ofEpochMilli(Long.parseLong(ask("SELECT toUnixTimestamp64Milli(now64(3))")));
        run("BACKUP DATABASE " + ClickHouseAccess.DATABASE + " TO " + place.sql());
        return began;
    }

    /** Restores a backup on a server that has no such database yet. */
    public void restore(Place place) {
        if (!ask("SELECT count() FROM system.databases WHERE name = '" + ClickHouseAccess.DATABASE + "'")
                .equals("0")) {
            throw new UserError("There is a database " + ClickHouseAccess.DATABASE + " at " + access.url()
                    + ": a backup is restored to a server that has none, before anybody migrates it.");
        }
        run("RESTORE DATABASE " + ClickHouseAccess.DATABASE + " FROM " + place.sql());
    }

    private void run(String statement) {
        String id = ask(statement + " ASYNC FORMAT TSV").split("\t")[0];
        while (true) {
            String[] state = ask("SELECT toString(status), error FROM system.backups WHERE id = '" + id + "'")
                    .split("\t", 2);
            if (state[0].equals("BACKUP_CREATED") || state[0].equals("RESTORED")) {
                return;
            }
            if (!state[0].equals("CREATING_BACKUP") && !state[0].equals("RESTORING")) {
                throw refused(state.length > 1 && !state[1].isBlank() ? state[1] : "state " + state[0], null);
            }
            pause();
        }
    }

    private String ask(String sql) {
        clickHouse.requireUp();
        try {
            return clickHouse.query(sql);
        } catch (IOException e) {
            throw refused(e.getMessage(), e);
        }
    }

    private UserError refused(String reason, IOException cause) {
        return new UserError("ClickHouse (" + access + ") refused: " + reason, cause);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted; the server goes on with it.", e);
        }
    }
}
