package io.deskpulse.bench.hotspots;

import io.deskpulse.bench.hotspots.sim.Scenario;
import io.deskpulse.ops.Progress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How well hotspots are found, by protocol HS-1, beside other detectors; and which bars that meets. */
public final class HotspotsBench {
    /** Shops between two lines of progress. */
    private static final int STEP = 20;

    private final Progress progress;

    /** A bench that tells its steps. */
    public HotspotsBench(Progress progress) {
        this.progress = progress;
    }

    /** Measures time and memory of a shop of a million cells. */
    public void speed() {
        new SpeedBench(progress).run();
    }

    /**
     * Runs made-up shops and prints what was found to standard output.
     *
     * @param seeds worlds
     * @param firstShop number of the first shop
     * @param shops how many of each seed
     * @param scenarios what happens in them
     * @param peers methods beside ours
     */
    public void run(List<Long> seeds, int firstShop, int shops, List<Scenario> scenarios, List<String> peers) {
        Map<Scenario, Tally> tallies = new EnumMap<>(Scenario.class);
        for (Scenario scenario : scenarios) {
            Tally tally = tallies.computeIfAbsent(scenario, any -> new Tally());
            long began = System.nanoTime();
            for (long seed : seeds) {
                for (int shop = firstShop; shop < firstShop + shops; shop++) {
                    new ShopRun(seed, shop, scenario, peers).run(tally);
                    if (tally.shops() % STEP == 0) {
                        double seconds = (System.nanoTime() - began) / 1e9 / tally.shops();
                        progress.step("%s, seed %d, shop %d: %.2f s a shop".formatted(scenario, seed, shop, seconds));
                    }
                }
            }
        }
        System.out.printf("HS-1, seeds %s, shops %d to %d%n", seeds, firstShop, firstShop + shops - 1);
        new HotspotsReport(tallies).print();
    }
}
