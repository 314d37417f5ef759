package io.deskpulse.bench.hotspots.sim;

import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the complaints of a made-up shop. */
final class Complaints {
    private static final double AGAIN = .25;
    private static final double CLUMP_HOURS = .7;
    private static final double SAME_BUYER = .03;
    private static final double SAME_BUYER_HOURS = 3;

    private final Plan plan;
    private final Intensity intensity;
    private final Scenario scenario;
    private final Draws draws;
    private final List<SimComplaint> complaints = new ArrayList<>();

    private Complaints(Plan plan, Intensity intensity, Scenario scenario, Draws draws) {
        this.plan = plan;
        this.intensity = intensity;
        this.scenario = scenario;
        this.draws = draws;
    }

    /** All of them, in the order of their times. */
    static List<SimComplaint> of(
            Plan plan, Intensity intensity, Scenario scenario, List<Injection> injections, Draws draws) {
        Complaints all = new Complaints(plan, intensity, scenario, draws);
        all.usual();
        injections.forEach(all::extra);
        all.complaints.sort(Comparator.comparingLong(each -> each.complaint().timeMillis()));
        return all.complaints;
    }

    private void usual() {
        for (int cause = 0; cause < Causes.COUNT; cause++) {
            for (int sku = 0; sku < Values.SKUS; sku++) {
                for (int bin = intensity.from; bin < Exposures.BINS; bin++) {
                    double profile = Intensity.profileOfBin(bin);
                    double later = intensity.later[cause][sku][bin - intensity.from] * profile;
                    double same = intensity.same[cause][sku][bin - intensity.from] * profile;
                    for (int left = later > 0 ? draws.poisson(later) : 0; left > 0; left--) {
                        int lag = intensity.lag(cause, sku, bin, draws);
                        add(cause, sku, hourInBin(bin) + draws.uniform(), exposedAt(bin - lag), -1);
                    }
                    for (int left = same > 0 ? draws.poisson(same) : 0; left > 0; left--) {
                        double hour = bin * 4 + 4 * Math.sqrt(draws.uniform());
                        add(cause, sku, hour, bin * 4, -1);
                    }
                }
            }
        }
    }

    /** An hour of a bin by how busy it is. */
    private int hourInBin(int bin) {
        double left = draws.uniform() * 4 * Intensity.profileOfBin(bin);
        int hour = bin * 4;
        while (hour < bin * 4 + 3 && (left -= Intensity.profile(hour)) > 0) {
            hour++;
        }
        return hour;
    }

    private double exposedAt(int bin) {
        return 4 * (bin + draws.uniform());
    }

    private void extra(Injection injection) {
        for (int hour = injection.fromHour(); hour < Math.min(injection.untilHour(), Exposures.HOURS); hour++) {
            double more = injection.factor(hour) - 1;
            if (injection.dimension() == Dimension.SKU) {
                extra(injection, injection.value(), hour, more);
            } else {
                double share = plan.share[injection.cause()][injection.value()];
                for (int sku = 0; sku < Values.SKUS; sku++) {
                    extra(injection, sku, hour, more * share);
                }
            }
        }
    }

    private void extra(Injection injection, int sku, int hour, double more) {
        int cause = injection.cause();
        for (int left = draws.poisson(more * intensity.inHour(cause, sku, hour)); left > 0; left--) {
            int lag = intensity.lag(cause, sku, hour / 4, draws);
            add(cause, sku, hour + draws.uniform(), exposedAt(hour / 4 - lag), injection.value());
        }
    }

    /** Adds a complaint and what follows from it. @param fixed value that an injection decides, or -1 */
    private void add(int cause, int sku, double hour, double exposedAt, int fixed) {
        String[] attributes = {
            Values.name(sku),
            attribute(Dimension.REGION, plan.regionOfComplaint[cause], fixed),
            attribute(Dimension.CARRIER, plan.carrierOfComplaint[cause], fixed),
            attribute(Dimension.AGENT_GROUP, plan.groupOfComplaint[cause], fixed)
        };
        long buyer = draws.bits();
        put(cause, hour, exposedAt, buyer, attributes, false);
        if (draws.uniform() < scenario.clumpProbability()) {
            do {
                double later = hour + draws.exponential(CLUMP_HOURS);
                put(cause, later, exposedAt, draws.bits(), attributes, true);
            } while (draws.uniform() < AGAIN);
        }
        if (draws.uniform() < SAME_BUYER) {
            put(cause, hour + draws.exponential(SAME_BUYER_HOURS), exposedAt, buyer, attributes, true);
        }
    }

    private String attribute(Dimension dimension, byte[] table, int fixed) {
        boolean decided = fixed >= 0 && Values.dimension(fixed) == dimension;
        return Values.name(decided ? fixed : Values.number(dimension, draws.from(table)));
    }

    private void put(int cause, double hour, double exposedAt, long buyer, String[] attributes, boolean copy) {
        if (hour >= Exposures.HOURS) {
            return;
        }
        Complaint complaint = new Complaint(
                World.millis(hour),
                "e" + complaints.size(),
                cause,
                buyer,
                World.millis(exposedAt),
                attributes[0],
                attributes[1],
                attributes[2],
                attributes[3]);
        complaints.add(new SimComplaint(complaint, copy));
    }
}
