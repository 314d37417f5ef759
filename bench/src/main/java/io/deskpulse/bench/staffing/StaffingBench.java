package io.deskpulse.bench.staffing;

import io.deskpulse.local.batch.BatchRun;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.metrics.planning.Goal;
import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.metrics.planning.planner.Learned;
import io.deskpulse.metrics.planning.planner.SeriesPlanner;
import io.deskpulse.metrics.queueing.ServiceLevel;
import io.deskpulse.metrics.staffing.Requirement;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.FileTree;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.migrations.Migrator;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * What forecasts and agents of many shops cost: the models alone, and the whole job on a real ClickHouse.
 *
 * <p>The models run on as many series as are asked for, in parallel; their price for all shops is in proportion, since each series is planned alone. The
 * job reads facts of so many shops and writes their intervals; what it takes beyond its models is reading, sorting and writing.
 */
public final class StaffingBench {
    private static final int CHANNELS = 2;
    private static final int WARM_UP_ROUNDS = 3;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final Progress progress;

    /** A bench that tells its steps. */
    public StaffingBench(Progress progress) {
        this.progress = progress;
    }

    /**
     * Prints what was measured.
     *
     * @param shops that the price is told for
     * @param sampled series that are planned to measure the models
     * @param jobShops shops whose facts the job reads
     * @param tasks in parallel
     */
    public void run(int shops, int sampled, int jobShops, int tasks) {
        double millis = models(sampled, tasks);
        double modelSeconds = millis * shops * CHANNELS / 1000 / tasks;
        System.out.printf(
                Locale.ROOT,
                "models: %.1f ms of processor a series of %d weeks at 30 min, 14 days ahead; %,d shops × %d channels on %d cores: %.0f s%n",
                millis,
                MadeShops.WEEKS,
                shops,
                CHANNELS,
                tasks,
                modelSeconds);
        double jobSeconds = job(jobShops, tasks);
        double ownModels = millis * jobShops / 1000 / tasks;
        System.out.printf(
                Locale.ROOT,
                "job: %,d shops, one channel each, in %.1f s, of it models %.1f s, learning, reading, sorting and writing %.1f s%n",
                jobShops,
                jobSeconds,
                ownModels,
                jobSeconds - ownModels);
    }

    /** Milliseconds of processor time a series, learning from the sample left out. */
    private double models(int sampled, int tasks) {
        progress.step("making " + sampled + " series and learning what they share");
        List<SeriesInput> series =
                IntStream.range(0, sampled).mapToObj(MadeShops::series).toList();
        Learned learned = Learned.of(series.subList(0, Math.min(24, sampled)), MadeShops.MOMENT);
        Goal goal = new Goal(new Requirement(ServiceLevel.DEFAULT, 0.8, 60, 0.85), Double.NaN, null, 5, Goal.ANY, 480);
        SeriesPlanner planner = new SeriesPlanner(learned, MadeShops.MOMENT, 14, false);
        progress.step("warming up");
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            plan(planner, goal, series, tasks);
        }
        progress.step("planning " + sampled + " series on " + tasks + " cores");
        return plan(planner, goal, series, tasks) / 1e6 / sampled;
    }

    /** Plans each series once; returns what that took of processor time, nanoseconds over all threads, however busy the machine is. */
    private static long plan(SeriesPlanner planner, Goal goal, List<SeriesInput> series, int tasks) {
        AtomicLong used = new AtomicLong();
        List<Thread> threads = IntStream.range(0, tasks)
                .mapToObj(task -> new Thread(() -> {
                    long before = PROCESSOR.getCurrentThreadCpuTime();
                    for (int i = task; i < series.size(); i += tasks) {
                        planner.plan(series.get(i), goal);
                    }
                    used.addAndGet(PROCESSOR.getCurrentThreadCpuTime() - before);
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while planning", e);
            }
        }
        return used.get();
    }

    private double job(int shops, int tasks) {
        Path directory = directory();
        try (EmbeddedClickHouse server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory), progress)) {
            Migrator.bundled(server.admin(), Progress.silent()).migrate();
            progress.step("writing facts of " + shops + " shops");
            new ClickHouseHttp(server.admin()).query(MadeShops.facts(shops));
            progress.step("running the job");
            long before = System.nanoTime();
            BatchRun.run(
                    JobCatalogue.job("staffing").orElseThrow(),
                    server.writer(),
                    List.of("--staffing.made-at", MadeShops.MOMENT_TEXT),
                    tasks);
            return (System.nanoTime() - before) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException("the facts cannot be written", e);
        } finally {
            delete(directory);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("deskpulse-staffing-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory", e);
        }
    }

    private static void delete(Path directory) {
        try {
            FileTree.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
