package io.deskpulse.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What the demo shows.
 *
 * @param seed equal seeds, with all else equal, give equal events
 * @param start when the demo begins, inside the shops' day; to the millisecond
 * @param scale factor on buyers and accounts, > 0; 1 gives about {@value #EVENTS_PER_SECOND_AT_SCALE_ONE} events a second on
 *     the average of a day and three times that in the hour of a promotion
 * @param zone clock on the walls of the shops that are at home; one has a clock of its own
 * @param promotions when promotions open, every day; empty for none
 * @param promotionFactor how many times as many buyers come at the opening, >= 1
 * @param imperfection what goes wrong on the way of the events
 */
public record DemoOptions(
        long seed,
        Instant start,
        double scale,
        ZoneId zone,
        List<LocalTime> promotions,
        double promotionFactor,
        Imperfection imperfection) {

    /** Events a second at scale 1, averaged over a day. */
    public static final double EVENTS_PER_SECOND_AT_SCALE_ONE = 1.4;

    private static final double LARGEST_SCALE = 10_000;
    private static final double LARGEST_FACTOR = 100;

    /** Copies the list and refuses what is outside its range, naming it. */
    public DemoOptions {
        promotions = List.copyOf(promotions);
        require(scale > 0 && scale <= LARGEST_SCALE, "scale must be > 0 and <= 10000, got " + scale);
        require(
                promotionFactor >= 1 && promotionFactor <= LARGEST_FACTOR,
                "promotionFactor must be 1 to 100, got " + promotionFactor);
    }

    /** The usual demo: scale 1, Chinese time, promotions at 20:00 and midnight with four times the buyers, all events in order. */
    public static DemoOptions of(long seed, Instant start) {
        return new DemoOptions(
                seed,
                start,
                1,
                ZoneId.of("Asia/Shanghai"),
                List.of(LocalTime.of(20, 0), LocalTime.MIDNIGHT),
                4,
                Imperfection.NONE);
    }

    /** The same with another scale. */
    public DemoOptions withScale(double newScale) {
        return new DemoOptions(seed, start, newScale, zone, promotions, promotionFactor, imperfection);
    }

    /** The same with a scale that gives about so many events a second on the average of a day. */
    public DemoOptions withEventsPerSecond(double eventsPerSecond) {
        return withScale(eventsPerSecond / EVENTS_PER_SECOND_AT_SCALE_ONE);
    }

    /** The same with other promotions. */
    public DemoOptions withPromotions(List<LocalTime> times, double factor) {
        return new DemoOptions(seed, start, scale, zone, times, factor, imperfection);
    }

    /** The same with other imperfections. */
    public DemoOptions withImperfection(Imperfection other) {
        return new DemoOptions(seed, start, scale, zone, promotions, promotionFactor, other);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
