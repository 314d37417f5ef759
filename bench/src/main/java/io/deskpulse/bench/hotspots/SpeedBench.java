package io.deskpulse.bench.hotspots;

import io.deskpulse.metrics.hotspots.HotspotSettings;
import io.deskpulse.metrics.hotspots.ShopHotspots;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import io.deskpulse.metrics.numbers.Quantiles;
import io.deskpulse.ops.Progress;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What one shop of a million live cells costs in time and memory, on one thread: bars P1 and P2. */
final class SpeedBench {
    private static final int REASONS = 8;
    private static final int SKUS = 125_000;
    private static final int TOUCHING = 2_500;
    private static final int ORDINARY_DAYS = 32;
    private static final int FILLING_DAYS = 22;
    private static final int[] ORDINARY_VALUES = {300, 31, 6, 1};
    private static final int LINES = 400;
    private static final int COMPLAINTS = 8;
    private static final int BIN_ROLLS = 10;
    private static final int TICKS = 30;
    private static final Dimension[] EXPOSED = {Dimension.SKU, Dimension.REGION, Dimension.CARRIER, Dimension.SHOP};
    private static final long TICK = ShopHotspots.TICK_MILLIS;
    private static final long BIN = 4 * 3_600_000L;
    /** Time of this thread alone: others on the machine do not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final long BEGIN = 1_767_542_400_000L;

    private final Progress progress;
    private final HotspotBars bars = new HotspotBars();
    private final SplittableRandom random = new SplittableRandom(1);
    private final String[][] values = new String[Dimension.COUNT][];
    private final ShopHotspots shop = shop();
    private long now = BEGIN;
    private int events;

    SpeedBench(Progress progress) {
        this.progress = progress;
        for (Dimension dimension : Dimension.values()) {
            int count = dimension == Dimension.SKU ? SKUS : dimension == Dimension.SHOP ? 1 : TOUCHING;
            values[dimension.ordinal()] = IntStream.range(0, count)
                    .mapToObj(i -> dimension == Dimension.SHOP ? Complaint.WHOLE_SHOP : dimension + "-" + i)
                    .toArray(String[]::new);
        }
    }

    void run() {
        System.out.printf(Locale.ROOT, "One shop, %d reasons, %,d SKUs, one thread%n", REASONS, SKUS);
        memory();
        binRolls();
        ticks();
        ordinaryShop();
        bars.print();
    }

    /** Rings first, then the first complaint, with which all cells begin. */
    private void memory() {
        long before = usedBytes();
        progress.step("%,d bytes used before".formatted(before));
        for (int sku = 0; sku < SKUS; sku++) {
            shop.expose(now, ExposureType.SIGNED, Dimension.SKU, values[0][sku], 10);
        }
        shop.expose(now, ExposureType.SIGNED, Dimension.SHOP, Complaint.WHOLE_SHOP, 10 * SKUS);
        shop.advance(now + TICK, row -> {});
        now += TICK;
        long rings = usedBytes() - before;
        progress.step("%,d rings".formatted(SKUS));
        shop.complain(complaint(0));
        shop.advance(now + TICK, row -> {});
        now += TICK;
        long cells = usedBytes() - before - rings;
        progress.step("%,d cells".formatted(shop.cells().size()));
        bars.atMost("P2 bytes a live cell", (double) cells / shop.cells().size(), 160);
        bars.atMost("P2 bytes a ring, without its value's text", (double) rings / SKUS, 1024);
        double perGb = 1e9 / (8.0 * cells / shop.cells().size() + (double) rings / SKUS);
        System.out.printf(Locale.ROOT, "%.2f M cells and their rings a GB%n", perGb * REASONS / 1e6);
    }

    private void binRolls() {
        double[] millis = new double[BIN_ROLLS];
        double midnight = 0;
        for (int roll = 0; roll < BIN_ROLLS + BIN_ROLLS / 5; roll++) {
            long next = (now / BIN + 1) * BIN;
            double took = millis(() -> shop.advance(next + TICK, row -> {}));
            now = next + TICK;
            // Shanghai's midnight is 16:00 of UTC.
            boolean isMidnight = (next / BIN) % 6 == 4;
            midnight = isMidnight ? took : midnight;
            millis[roll % BIN_ROLLS] = isMidnight ? millis[Math.max(0, roll % BIN_ROLLS - 1)] : took;
            progress.step("bin %d: %.0f ms%s".formatted(roll, took, isMidnight ? ", midnight" : ""));
        }
        bars.atMost("P1 bin roll of 1 M cells, ms (median)", Quantiles.median(millis), 400);
        System.out.printf(Locale.ROOT, "bin roll with a midnight's folding: %.0f ms%n", midnight);
    }

    /** Each tick 2,500 complaints of SKUs that had none yet, which touch 10,000 cells. */
    private void ticks() {
        double[] judging = new double[TICKS];
        double[] complaints = new double[TICKS];
        for (int tick = 0; tick < TICKS; tick++) {
            for (int i = 0; i < TOUCHING; i++) {
                shop.complain(complaint(i));
            }
            long began = CPU.getCurrentThreadCpuTime();
            long[] judged = new long[1];
            shop.setTickListener((end, cells) -> judged[0] = cells.touchedCount());
            shop.advance(now + TICK, row -> {});
            double took = (CPU.getCurrentThreadCpuTime() - began) / 1e6;
            now += TICK;
            judging[tick] = took;
            complaints[tick] = took * 1e6 / TOUCHING;
            progress.step("tick %d: %d cells, %.1f ms".formatted(tick, judged[0], took));
        }
        bars.atMost("P1 tick with 10 k touched of 1 M, complaints too, ms", Quantiles.median(judging), 20);
        System.out.printf(
                Locale.ROOT, "complaint of five cells in it, judged: %.0f ns%n", Quantiles.median(complaints));
    }

    /** Exposures and complaints of a shop as large as those of HS-1, in turns; complaints begin when the rings are full. */
    private void ordinaryShop() {
        ShopHotspots ordinary = shop();
        long exposing = 0;
        long complaining = 0;
        int ticks = ORDINARY_DAYS * 288;
        int filling = FILLING_DAYS * 288;
        int learning = filling + 2 * 288;
        for (int tick = 0; tick < ticks; tick++) {
            long at = BEGIN + tick * TICK;
            long began = CPU.getCurrentThreadCpuTime();
            for (int i = 0; i < (tick % 2 == 0 ? LINES : 0); i++) {
                expose(ordinary, at + random.nextLong(TICK));
            }
            for (int i = 0; i < (tick % 2 == 0 || tick < filling ? 0 : COMPLAINTS); i++) {
                ordinary.complain(ordinaryComplaint(at + random.nextLong(TICK)));
            }
            ordinary.advance(at + TICK, row -> {});
            long took = CPU.getCurrentThreadCpuTime() - began;
            // Every 48th tick begins a bin, which is a bar of its own.
            if (tick >= learning && tick % 48 > 1) {
                exposing += tick % 2 == 0 ? took : 0;
                complaining += tick % 2 == 0 ? 0 : took;
            }
        }
        double measured = (ticks - learning) * 46.0 / 48 / 2;
        bars.atMost("P1 exposure of four values, ns", exposing / measured / LINES, 1000);
        bars.atMost("P1 complaint of five cells, judged, ns", complaining / measured / COMPLAINTS, 5000);
    }

    private void expose(ShopHotspots ordinary, long at) {
        for (int i = 0; i < EXPOSED.length; i++) {
            String[] all = values[EXPOSED[i].ordinal()];
            String value = all[random.nextInt(Math.min(all.length, ORDINARY_VALUES[i]))];
            ordinary.expose(at, ExposureType.SIGNED, EXPOSED[i], value, 1);
        }
    }

    private Complaint ordinaryComplaint(long at) {
        return new Complaint(
                at,
                "event-" + events++,
                random.nextInt(REASONS),
                random.nextLong(),
                at - random.nextLong(4 * BIN),
                values[Dimension.SKU.ordinal()][random.nextInt(ORDINARY_VALUES[0])],
                values[Dimension.REGION.ordinal()][random.nextInt(ORDINARY_VALUES[1])],
                values[Dimension.CARRIER.ordinal()][random.nextInt(ORDINARY_VALUES[2])],
                values[Dimension.AGENT_GROUP.ordinal()][random.nextInt(4)]);
    }

    private Complaint complaint(int i) {
        return new Complaint(
                now + i,
                "event-" + events++,
                random.nextInt(REASONS),
                random.nextLong(),
                now - random.nextLong(10 * BIN),
                values[Dimension.SKU.ordinal()][events % SKUS],
                values[Dimension.REGION.ordinal()][i % TOUCHING],
                values[Dimension.CARRIER.ordinal()][i % TOUCHING],
                values[Dimension.AGENT_GROUP.ordinal()][i % TOUCHING]);
    }

    private static ShopHotspots shop() {
        List<Reason> reasons = IntStream.range(0, REASONS)
                .mapToObj(i -> new Reason("reason-" + i, ExposureType.SIGNED))
                .toList();
        return new ShopHotspots(
                HotspotSettings.of(reasons), ZoneId.of("Asia/Shanghai"), PooledParameters.none(REASONS));
    }

    private static double millis(Runnable what) {
        long began = CPU.getCurrentThreadCpuTime();
        what.run();
        return (CPU.getCurrentThreadCpuTime() - began) / 1e6;
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
