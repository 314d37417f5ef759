package io.deskpulse.bench.hotspots;

import io.deskpulse.bench.hotspots.sim.Injection;
import io.deskpulse.bench.hotspots.sim.SimComplaint;
import io.deskpulse.bench.hotspots.sim.Values;
import io.deskpulse.bench.hotspots.sim.World;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Knows cell, start, rate and multiplier of each burst and sees no clumps: the likelihood ratio against our threshold. Nobody can be
 * faster at it.
 */
final class Clairvoyant {
    private static final double AFTER_HOURS = 3;
    private static final int BUYERS = 3;
    private static final double DAY_HOURS = 24;

    private Clairvoyant() {}

    /**
     * The hour at which a burst is found; not a number when it is not.
     *
     * @param thresholds by day and dimension
     */
    static double detects(World world, Injection injection, double[][] thresholds) {
        Deque<Double> recent = new ArrayDeque<>();
        double log = 0;
        double clock = injection.fromHour();
        for (SimComplaint each : world.complaints()) {
            double hour = World.hour(each.complaint().timeMillis());
            if (hour > injection.untilHour() + AFTER_HOURS) {
                break;
            }
            if (!isOf(each, injection) || hour < injection.fromHour() - DAY_HOURS) {
                continue;
            }
            recent.add(hour);
            while (recent.peek() <= hour - DAY_HOURS) {
                recent.poll();
            }
            if (hour >= injection.fromHour()) {
                log += Math.log(injection.multiplier())
                        - (injection.multiplier() - 1) * expected(world, injection, clock, hour);
                clock = hour;
                double threshold = thresholds[(int) (hour / DAY_HOURS)][
                        injection.dimension().ordinal()];
                if (log >= threshold && recent.size() >= BUYERS) {
                    return hour;
                }
            }
        }
        return Double.NaN;
    }

    private static boolean isOf(SimComplaint each, Injection injection) {
        return !each.isCopy()
                && each.complaint().reason() == injection.cause()
                && each.complaint().value(injection.dimension()).equals(Values.name(injection.value()));
    }

    /** Complaints due between two hours without the burst. */
    private static double expected(World world, Injection injection, double from, double until) {
        double sum = 0;
        for (int hour = (int) from; hour < until; hour++) {
            double part = Math.min(until, hour + 1) - Math.max(from, hour);
            sum += part * world.usual(injection.cause(), injection.value(), hour);
        }
        return sum;
    }
}
