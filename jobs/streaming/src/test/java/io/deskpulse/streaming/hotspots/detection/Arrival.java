package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;

/** How signals may arrive: less than five minutes out of order, which a watermark allows for. */
final class Arrival {
    private static final long BOUND = 5 * 60_000L;

    private Arrival() {}

    /** Signals, those less than the bound apart in any order. */
    static List<ShopSignal> disordered(List<ShopSignal> signals, int seed) {
        List<ShopSignal> arrival = new ArrayList<>(signals);
        Random random = new Random(seed);
        int from = 0;
        for (int to = 0; to <= arrival.size(); to++) {
            if (to == arrival.size() || time(arrival.get(to)) - time(arrival.get(from)) >= BOUND) {
                Collections.shuffle(arrival.subList(from, to), random);
                from = to;
            }
        }
        return arrival;
    }

    /** All of them, and the end of all input. */
    static void replayAll(HotspotsHarness harness, List<ShopSignal> arrival) throws Exception {
        replay(harness, arrival, 0, arrival.size());
        harness.watermark(Watermark.MAX_WATERMARK.getTimestamp());
    }

    /** Some of them; a watermark follows the newest by the bound, after every tenth. */
    static void replay(HotspotsHarness harness, List<ShopSignal> arrival, int from, int until) throws Exception {
        long newest = Long.MIN_VALUE;
        for (int i = from; i < Math.min(until, arrival.size()); i++) {
            harness.send(arrival.get(i));
            newest = Math.max(newest, time(arrival.get(i)));
            if (i % 10 == 0) {
                harness.watermark(newest - BOUND - 1);
            }
        }
    }

    /** What is stored when signals come disordered and attempts crash, each going on at another parallelism. */
    static TreeSet<String> storedUnderFire(List<ShopSignal> signals, int seed) throws Exception {
        Random random = new Random(seed);
        List<ShopSignal> arrival = disordered(signals, seed);
        HotspotsHarness harness = new HotspotsHarness(2);
        int from = 0;
        for (int attempt = 0; attempt < 6; attempt++) {
            int until = from + random.nextInt(arrival.size() / 8) + 1;
            replay(harness, arrival, from, until);
            OperatorSubtaskState checkpoint = harness.checkpoint();
            replay(harness, arrival, until, until + arrival.size() / 20);
            from = until;
            harness = harness.crash(checkpoint, 1 + random.nextInt(3));
        }
        replay(harness, arrival, from, arrival.size());
        harness.watermark(Watermark.MAX_WATERMARK.getTimestamp());
        harness.close();
        return harness.stored;
    }

    private static long time(ShopSignal signal) {
        return signal.signal().timeMillis();
    }
}
