package io.deskpulse.demo.shop;

import io.deskpulse.demo.script.Dice;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * How often buyers come, per minute of the day: an hourly profile, and promotions that begin on the minute and fade.
 *
 * <p>Arrivals are a Poisson process with a rate constant within a minute. A promotion multiplies the rate by {@code factor} when
 * it opens and decays towards 1 with a time constant of half an hour; buyers gather in the ten minutes before.
 */
public final class ArrivalCurve {

    private static final int MINUTES_PER_DAY = 1440;
    private static final double FADE_MINUTES = 30;
    private static final int LASTS_MINUTES = 150;
    private static final int GATHERS_MINUTES = 10;
    private static final long MINUTE_MILLIS = 60_000;

    private final ZoneId zone;
    private final double[] shareByMinute = new double[MINUTES_PER_DAY];

    /**
     * A curve.
     *
     * @param hourlyWeights 24 weights, not negative, at the full hours; between them the curve is straight
     * @param promotions when promotions open, every day
     * @param promotionFactor rate at the opening relative to an ordinary day, >= 1
     */
    public ArrivalCurve(ZoneId zone, List<Integer> hourlyWeights, List<LocalTime> promotions, double promotionFactor) {
        this.zone = zone;
        double sum = 0;
        for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
            double next = hourlyWeights.get((minute / 60 + 1) % 24);
            double last = hourlyWeights.get(minute / 60);
            shareByMinute[minute] = last + (next - last) * (minute % 60) / 60;
            sum += shareByMinute[minute];
        }
        for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
            double boost = 0;
            for (LocalTime promotion : promotions) {
                boost = Math.max(boost, boost(minute - (promotion.getHour() * 60 + promotion.getMinute())));
            }
            shareByMinute[minute] *= (1 + (promotionFactor - 1) * boost) / sum;
        }
    }

    /** Rate at an instant as a share of an ordinary day's arrivals, per minute. */
    public double shareAt(long atMillis) {
        int second = Instant.ofEpochMilli(atMillis).atZone(zone).toLocalTime().toSecondOfDay();
        return shareByMinute[second / 60];
    }

    /** The next arrival after an instant, when an ordinary day has {@code perDay} arrivals, > 0. */
    public long nextAfter(long afterMillis, double perDay, Dice dice) {
        double left = dice.exponential(1) / perDay;
        long at = afterMillis;
        while (true) {
            long restOfMinute = MINUTE_MILLIS - at % MINUTE_MILLIS;
            double share = shareAt(at);
            double hazard = share * restOfMinute / MINUTE_MILLIS;
            if (hazard > left) {
                return at + Math.max(1, (long) (left / share * MINUTE_MILLIS));
            }
            left -= hazard;
            at += restOfMinute;
        }
    }

    private static double boost(int minutesSince) {
        int since = Math.floorMod(minutesSince, MINUTES_PER_DAY);
        if (since < LASTS_MINUTES) {
            return StrictMath.exp(-since / FADE_MINUTES);
        }
        int until = MINUTES_PER_DAY - since;
        return until <= GATHERS_MINUTES ? 0.5 * (1 - until / (double) (GATHERS_MINUTES + 1)) : 0;
    }
}
