package io.deskpulse.bench.hotspots;

import io.deskpulse.bench.hotspots.looks.CellCounts;
import io.deskpulse.bench.hotspots.looks.Crossings;
import io.deskpulse.bench.hotspots.looks.Looks;
import io.deskpulse.bench.hotspots.looks.WindowTails;
import io.deskpulse.bench.hotspots.peers.Method;
import io.deskpulse.bench.hotspots.peers.PeerDetectors;
import io.deskpulse.bench.hotspots.sim.Causes;
import io.deskpulse.bench.hotspots.sim.Exposures;
import io.deskpulse.bench.hotspots.sim.Scenario;
import io.deskpulse.bench.hotspots.sim.SimComplaint;
import io.deskpulse.bench.hotspots.sim.Values;
import io.deskpulse.bench.hotspots.sim.World;
import io.deskpulse.metrics.hotspots.HotspotSettings;
import io.deskpulse.metrics.hotspots.ShopHotspots;
import io.deskpulse.metrics.hotspots.cells.ShopCells;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One made-up shop through the product and the methods beside it. */
final class ShopRun {
    private static final int BIN_HOURS = 4;

    private final World world;
    private final Scenario scenario;
    private final ShopHotspots shop;
    private final OurAlarms ours;
    private final Looks looks = new Looks();
    private final CellCounts counts = new CellCounts();
    private final WindowTails tails = new WindowTails();
    private final Map<String, Method> methods;
    private final Map<String, Crossings> crossings = new LinkedHashMap<>();
    private final double[][] thresholds = new double[Scenario.DAYS + 1][Dimension.COUNT];
    private int nextComplaint;

    ShopRun(long seed, int number, Scenario scenario, List<String> peers) {
        world = World.of(seed, number, scenario);
        this.scenario = scenario;
        HotspotSettings settings = HotspotSettings.of(Causes.taxonomy());
        shop = new ShopHotspots(settings, World.ZONE, PooledParameters.none(Causes.COUNT));
        ours = new OurAlarms(world);
        methods = PeerDetectors.of(peers, scenario.listeningFrom() * 24, counts, tails);
        peers.forEach(name -> crossings.put(name, new Crossings(world.injections())));
        shop.setTickListener(this::decided);
    }

    /** Runs all days and adds what was found. */
    void run(Tally tally) {
        for (int hour = 0; hour < Exposures.HOURS; hour++) {
            expose(hour);
            complain(World.millis(hour + 1));
            shop.advance(World.millis(hour + 1), ours::row);
            if (hour >= scenario.listeningFrom() * 24) {
                methods.forEach((name, method) -> method.hour(counts, crossings.get(name)));
                counts.nextHour();
            }
        }
        tally.shop(world.injections());
        tally.complaints(world.complaints().size());
        tally.add(Tally.OURS, ours.crossings);
        crossings.forEach(tally::add);
        ours.addTo(tally);
        if (scenario == Scenario.BURST) {
            tally.clairvoyant(injection -> Clairvoyant.detects(world, injection, thresholds));
        }
    }

    /** Adds what the shop has learned. */
    void addTo(PooledParameters.Pool pool) {
        shop.addTo(pool);
    }

    private void decided(long endMillis, ShopCells cells) {
        looks.at(endMillis, cells);
        ours.tick(looks);
        int day = (int) (World.hour(endMillis - 1) / 24);
        for (int dimension = 0; dimension < Dimension.COUNT; dimension++) {
            thresholds[day][dimension] = cells.threshold(Dimension.of(dimension));
        }
        if (!methods.isEmpty()) {
            counts.add(looks);
            tails.at(looks);
            methods.forEach((name, method) -> method.tick(looks, crossings.get(name)));
        }
    }

    /** An hour's exposures at its middle; before anybody listens, a bin's at its own. */
    private void expose(int hour) {
        boolean early = hour < scenario.listeningFrom() * 24;
        if (early && hour % BIN_HOURS != 0) {
            return;
        }
        long millis = World.millis(early ? hour + BIN_HOURS / 2.0 : hour + .5);
        for (int type = 0; type < ExposureType.COUNT; type++) {
            ExposureType each = ExposureType.of(type);
            for (int value = 0; value < Values.COUNT; value++) {
                int count = world.exposures().count(each, value, hour);
                for (int more = 1; early && more < BIN_HOURS; more++) {
                    count += world.exposures().count(each, value, hour + more);
                }
                if (count > 0) {
                    shop.expose(millis, each, Values.dimension(value), Values.name(value), count);
                }
            }
        }
    }

    private void complain(long untilMillis) {
        List<SimComplaint> complaints = world.complaints();
        while (nextComplaint < complaints.size()
                && complaints.get(nextComplaint).complaint().timeMillis() < untilMillis) {
            shop.complain(complaints.get(nextComplaint++).complaint());
        }
    }
}
