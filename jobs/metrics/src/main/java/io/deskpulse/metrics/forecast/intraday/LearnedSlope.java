package io.deskpulse.metrics.forecast.intraday;

import java.util.List;

/**
 * The rest of a day seen in the light of what has come: how far an early surplus lasts, as this shop's last days tell.
 *
 * <p>x = log(seen/forecast so far), y = the same of the rest of the day; b = Σxy / (Σx² + 0.0005) over the last 40 days, kept within 0..1; the rest of
 * today's forecast is multiplied by exp(b x). Small shops, whose mornings say little, get a small b of their own accord. Half a contact is added to both
 * sides of a ratio.
 *
 * @param slope b, 0..1
 */
public record LearnedSlope(double slope) {
    private static final double RIDGE = 0.0005;
    private static final double HALF = 0.5;

    /** Checks the range. */
    public LearnedSlope {
        if (!(slope >= 0 && slope <= 1)) {
            throw new IllegalArgumentException("slope must be in 0..1, got " + slope);
        }
    }

    /**
     * A day that is over, cut at the same hour as today.
     *
     * @param seen contacts before the hour
     * @param seenForecast forecast of them
     * @param rest contacts after it
     * @param restForecast forecast of them
     */
    public record CutDay(double seen, double seenForecast, double rest, double restForecast) {}

    /** The slope of some days; 0 without any. */
    public static LearnedSlope of(List<CutDay> days) {
        double products = 0;
        double squares = RIDGE;
        for (CutDay day : days) {
            double x = log(day.seen, day.seenForecast);
            products += x * log(day.rest, day.restForecast);
            squares += x * x;
        }
        return new LearnedSlope(Math.min(1, Math.max(0, products / squares)));
    }

    /** What the rest of today's forecast is to be multiplied by. */
    public double factor(double seen, double seenForecast) {
        return Math.exp(slope * log(seen, seenForecast));
    }

    private static double log(double contacts, double forecast) {
        return Math.log((contacts + HALF) / (forecast + HALF));
    }
}
