package io.deskpulse.ops.forecasts;

import io.deskpulse.metrics.planning.Demand;
import io.deskpulse.metrics.queueing.GainCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts at another length of interval, with the same contacts in all.
 *
 * <p>An interval is halved by the slope through its neighbours: f/2 -+ (next - previous)/16, neither part below 0. Intervals are joined by sums, handle times by
 * their contacts. Quantiles go with the mean of a part, and are added up for a whole, as the parts of an hour err together. Agents are computed anew.
 */
public final class Regrid {
    private Regrid() {}

    /** Rows at 15, 30 or 60 minutes, series by series; unchanged when they have that length. */
    public static List<ForecastRow> to(int minutes, List<ForecastRow> rows) {
        Map<ForecastRow.Series, List<ForecastRow>> series = new LinkedHashMap<>();
        rows.forEach(row -> series.computeIfAbsent(row.series(), unseen -> new ArrayList<>())
                .add(row));
        List<ForecastRow> all = new ArrayList<>();
        series.values().forEach(one -> {
            List<ForecastRow> at = one;
            while (at.get(0).minutes() > minutes) {
                at = WhatIf.needs(halves(at));
            }
            all.addAll(at.get(0).minutes() < minutes ? WhatIf.needs(joined(minutes, at)) : at);
        });
        return all;
    }

    private static List<ForecastRow> halves(List<ForecastRow> rows) {
        List<ForecastRow> halves = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ForecastRow row = rows.get(i);
            boolean hasBefore = i > 0 && rows.get(i - 1).end().equals(row.start());
            boolean hasAfter =
                    i + 1 < rows.size() && row.end().equals(rows.get(i + 1).start());
            double mean = row.volume().mean();
            double before = hasBefore ? rows.get(i - 1).volume().mean() : mean;
            double after = hasAfter ? rows.get(i + 1).volume().mean() : mean;
            double first = mean <= 0 ? 0.5 : Math.min(1, Math.max(0, 0.5 - (after - before) / 16 / mean));
            Duration half = Duration.ofMinutes(row.minutes() / 2);
            halves.add(part(row, first, false, half));
            halves.add(part(row, first, true, half));
        }
        return halves;
    }

    /** The first part, or what it leaves, so that both together are the whole to the last digit. */
    private static ForecastRow part(ForecastRow row, double share, boolean rest, Duration half) {
        ForecastRow.Volume first = row.volume().times(share);
        ForecastRow.Volume volume = rest ? minus(row.volume(), first) : first;
        Demand old = row.demand();
        double[] quantiles = old.quantiles().clone();
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = rest ? quantiles[i] - share * quantiles[i] : share * quantiles[i];
        }
        double mean = rest ? old.mean() - share * old.mean() : share * old.mean();
        return new ForecastRow(
                row.series(),
                rest ? row.start().plus(half) : row.start(),
                (int) half.toMinutes(),
                row.madeAt(),
                volume,
                row.label(),
                new Demand(mean, quantiles, old.handleSeconds(), old.curve(), old.patienceSeconds(), old.shrinkage()),
                row.requirement(),
                row.need(),
                null);
    }

    private static ForecastRow.Volume minus(ForecastRow.Volume all, ForecastRow.Volume part) {
        return sum(List.of(all, part.times(-1)));
    }

    private static List<ForecastRow> joined(int minutes, List<ForecastRow> rows) {
        Map<Long, List<ForecastRow>> byStart = new LinkedHashMap<>();
        for (ForecastRow row : rows) {
            int past = row.local().getMinute() % minutes;
            long start = row.start().getEpochSecond() - 60L * past;
            byStart.computeIfAbsent(start, unseen -> new ArrayList<>()).add(row);
        }
        List<ForecastRow> joined = new ArrayList<>();
        byStart.values().forEach(parts -> joined.add(whole(minutes, parts)));
        return joined;
    }

    private static ForecastRow whole(int minutes, List<ForecastRow> parts) {
        ForecastRow first = parts.get(0);
        double contacts = 0;
        double handle = 0;
        double[] quantiles = new double[first.demand().quantiles().length];
        for (ForecastRow part : parts) {
            contacts += part.demand().mean();
            handle += part.demand().mean() * part.demand().handleSeconds();
            for (int i = 0; i < quantiles.length; i++) {
                quantiles[i] += part.demand().quantiles()[i];
            }
        }
        Demand old = first.demand();
        double handleSeconds = contacts > 0 ? handle / contacts : old.handleSeconds();
        return new ForecastRow(
                first.series(),
                first.start(),
                minutes,
                first.madeAt(),
                sum(parts.stream().map(ForecastRow::volume).toList()),
                first.label(),
                new Demand(
                        contacts,
                        quantiles,
                        handleSeconds,
                        old.curve().cap() > 1 ? old.curve() : new GainCurve(List.of(handleSeconds)),
                        old.patienceSeconds(),
                        old.shrinkage()),
                first.requirement(),
                first.need(),
                null);
    }

    private static ForecastRow.Volume sum(List<ForecastRow.Volume> parts) {
        double mean = 0;
        double p95 = 0;
        double planned = 0;
        boolean overruled = false;
        double[] quantiles = new double[parts.get(0).quantiles().length];
        for (ForecastRow.Volume part : parts) {
            mean += part.mean();
            p95 += part.p95();
            planned += part.planned();
            overruled |= !Double.isNaN(part.override());
            for (int i = 0; i < quantiles.length; i++) {
                quantiles[i] += part.quantiles()[i];
            }
        }
        return new ForecastRow.Volume(mean, quantiles, p95, overruled ? planned : Double.NaN);
    }
}
