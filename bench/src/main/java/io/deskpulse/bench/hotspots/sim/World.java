package io.deskpulse.bench.hotspots.sim;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up shop with known truth: protocol HS-1.
 *
 * <p>Each shop of a seed has a stream of its own; what it is like and what it sells is the same in all scenarios that sell the same.
 *
 * @param exposures of 87 days
 * @param complaints in the order of their times
 * @param injections what is wrong, and when
 * @param intensity complaints due
 * @see "docs/decisions/0024-hotspots-on-the-clock-of-complaints.md"
 */
public record World(
        Exposures exposures, List<SimComplaint> complaints, List<Injection> injections, Intensity intensity) {
    /** The zone of the shops. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The first midnight, of a Monday. */
    public static final long BEGIN_MILLIS =
            Instant.parse("2026-01-04T16:00:00Z").toEpochMilli();

    private static final long HOUR_MILLIS = 3_600_000L;
    private static final long SHOP_STRIDE = 0x9E37_79B9_7F4A_7C15L;

    /** Draws a shop. */
    public static World of(long seed, int shop, Scenario scenario) {
        Draws draws = new Draws(new SplittableRandom(seed * 1_000_003L + shop * SHOP_STRIDE));
        Plan plan = new Plan(draws.split());
        Exposures exposures = new Exposures(plan, scenario, draws.split());
        Intensity intensity = new Intensity(plan, exposures, scenario, draws.split());
        List<Injection> injections = Injections.of(scenario, plan, intensity, draws.split());
        List<SimComplaint> complaints = Complaints.of(plan, intensity, scenario, injections, draws.split());
        return new World(exposures, complaints, injections, intensity);
    }

    /** Milliseconds since the epoch of an hour of the world. */
    public static long millis(double hour) {
        return BEGIN_MILLIS + (long) (hour * HOUR_MILLIS);
    }

    /** The hour of the world of an instant. */
    public static double hour(long millis) {
        return (double) (millis - BEGIN_MILLIS) / HOUR_MILLIS;
    }

    /** Complaints due of a cell in an hour without any injection. */
    public double usual(int cause, int value, int hour) {
        return intensity.inHourOfCell(cause, value, hour);
    }
}
