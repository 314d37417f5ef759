package io.deskpulse.ops.forecasts;

import io.deskpulse.metrics.planning.Demand;
import io.deskpulse.metrics.planning.Need;
import io.deskpulse.metrics.queueing.GainCurve;
import io.deskpulse.metrics.queueing.ServiceLevel;
import io.deskpulse.metrics.staffing.Requirement;
import io.deskpulse.metrics.staffing.Shrinkage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Forecasts for tests. */
public final class Rows {
    private static final Requirement REQUIREMENT = new Requirement(ServiceLevel.DEFAULT, 0.8, 60, 0.85);

    private Rows() {}

    /** Consecutive intervals of a shop's chats with these means; quantiles are fixed shares of them. */
    public static List<ForecastRow> chats(String zone, String start, int minutes, double... means) {
        List<ForecastRow> rows = new ArrayList<>();
        Instant at = Instant.parse(start);
        for (double mean : means) {
            rows.add(row(new ForecastRow.Series("s1", "CHAT", ZoneId.of(zone)), at, minutes, mean));
            at = at.plus(Duration.ofMinutes(minutes));
        }
        return rows;
    }

    private static ForecastRow row(ForecastRow.Series series, Instant start, int minutes, double mean) {
        double[] quantiles = {0.6 * mean, 0.75 * mean, 0.9 * mean, mean, mean + mean / 10, 1.25 * mean, 1.4 * mean};
        Shrinkage shrinkage = new Shrinkage(0.2, 0.125);
        return new ForecastRow(
                series,
                start,
                minutes,
                Instant.parse("2026-11-09T18:00:00Z"),
                new ForecastRow.Volume(mean, quantiles, 1.3 * mean, Double.NaN),
                new ForecastRow.Label("1111/peak", "BLEND", 40, false),
                new Demand(mean, quantiles, 540, new GainCurve(List.of(400.0, 540.0)), Double.NaN, shrinkage),
                REQUIREMENT,
                new Need(63.7, 2.6, Need.Queue.CHAT, 25, 28, shrinkage, 40, 0.87, 0.86, 0),
                null);
    }
}
