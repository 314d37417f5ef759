package io.deskpulse.bench.inserts;

import io.deskpulse.bench.load.Mix;
import io.deskpulse.bench.measure.Reading;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.bench.stack.Input;
import io.deskpulse.bench.stack.Stage;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What an insert into {@code conversation_days} costs ClickHouse, with rows that the job made of a load.
 *
 * <p>First by the types of closed vocabularies; then by who gathers the rows of two writers: one of them, nobody, or the server
 * ({@code async_insert} that is waited for). Processor time is that of ClickHouse's process and holds the merges done by then.
 */
public final class Inserts {
    private static final String TABLE = "conversation_days";
    private static final String NAME = "bench.inserts";
    private static final int EVENTS = 200_000;
    private static final int WARM_UP = 20;

    private final BenchStack stack;
    private final Progress progress;
    private final ClickHouseHttp clickHouse;

    /** Measures on a stack of its own. */
    public Inserts(BenchStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
        this.clickHouse = new ClickHouseHttp(stack.admin(), "deskpulse");
    }

    /** Prints two tables to standard output; {@code inserts} are measured of each kind. */
    public void run(List<Integer> rows, int inserts) throws IOException, InterruptedException {
        fill();
        System.out.printf(
                "%-16s %8s %14s %12s %12s %14s%n",
                "vocabularies", "rows", "CPU ms/insert", "CPU us/row", "sent B/row", "on disk B/row");
        for (Variant variant : Variant.values()) {
            String copy = TABLE + "_" + variant.name().toLowerCase(Locale.ROOT);
            variant.create(clickHouse, TABLE, copy);
            for (int count : rows) {
                measure(variant.name(), copy, count, inserts);
            }
        }
        String copy = TABLE + "_gathered";
        Variant.STRING.create(clickHouse, TABLE, copy);
        System.out.printf("%n%-36s %8s %12s %14s%n", "gathered by", "rows", "CPU us/row", "ms an insert");
        for (Gathering gathering : Gathering.values()) {
            gather(gathering, copy, rows.get(rows.size() - 1), inserts);
        }
    }

    /** Rows as the job writes them. */
    private void fill() {
        progress.step("  %,d events for rows to insert …".formatted(EVENTS));
        List<DeskpulseJob> jobs = List.of(new ResponseTimeJob());
        Input input = new Input(stack, NAME, Mix.CHATS, 5_000, Duration.ofDays(1), EVENTS);
        input.send(EVENTS);
        FlinkJob job = stack.submit(jobs, Stage.JOB, NAME);
        Reading.await(job, input.readings(jobs));
        job.cancel();
    }

    private void measure(String label, String table, int rows, int inserts) throws IOException, InterruptedException {
        byte[] batch = batch(table, rows);
        Usage used = used(Gathering.ONE, table, batch, inserts);
        System.out.printf(
                "%-16s %,8d %14.1f %12.2f %12d %14.1f%n",
                label,
                rows,
                used.clickHouseMicrosPer(inserts) / 1_000,
                used.clickHouseMicrosPer((long) inserts * rows),
                batch.length / rows,
                bytesOnDisk(table) / (double) rows);
    }

    private void gather(Gathering gathering, String table, int rows, int inserts)
            throws IOException, InterruptedException {
        byte[] batch = batch(table, rows / gathering.writers());
        Usage used = used(gathering, table, batch, inserts);
        System.out.printf(
                "%-36s %,8d %12.2f %14.1f%n",
                gathering.label(),
                rows,
                used.clickHouseMicrosPer((long) inserts * rows),
                used.wallNanos() / 1e6 / inserts);
    }

    /** What inserts into an empty table use, after some that do not count. */
    private Usage used(Gathering gathering, String table, byte[] batch, int inserts)
            throws IOException, InterruptedException {
        gathering.insert(stack.admin(), table, batch, WARM_UP);
        clickHouse.query("TRUNCATE TABLE " + table);
        Usage start = stack.processes().used();
        gathering.insert(stack.admin(), table, batch, inserts);
        return stack.processes().used().since(start);
    }

    /** The first rows, in the form in which jobs send them. */
    private byte[] batch(String table, int rows) throws IOException {
        List<String> columns = Arrays.asList(clickHouse
                .query(
                        "SELECT name FROM system.columns WHERE database = 'deskpulse' AND default_kind != 'MATERIALIZED' AND table = "
                                + ClickHouseHttp.literal(table) + " ORDER BY position")
                .stripTrailing()
                .split("\n"));
        String names = "`" + String.join("`, `", columns) + "`";
        clickHouse.query(
                "INSERT INTO " + table + " (" + names + ") SELECT " + names + " FROM " + TABLE + " LIMIT " + rows);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                ("INSERT INTO " + table + " (" + names + ") FORMAT RowBinary\n").getBytes(StandardCharsets.UTF_8));
        clickHouse.copy("SELECT " + names + " FROM " + table + " LIMIT " + rows, "RowBinary", bytes);
        return bytes.toByteArray();
    }

    private long bytesOnDisk(String table) throws IOException {
        clickHouse.query("OPTIMIZE TABLE " + table + " FINAL");
        return Long.parseLong(clickHouse
                .query(
                        "SELECT sum(data_compressed_bytes) FROM system.parts WHERE active AND database = 'deskpulse' AND table = "
                                + ClickHouseHttp.literal(table))
                .strip());
    }
}
