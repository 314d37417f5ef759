package io.deskpulse.ops.forecasts;

import io.deskpulse.metrics.planning.Demand;
import io.deskpulse.metrics.planning.Need;
import io.deskpulse.metrics.planning.agents.Needs;
import io.deskpulse.metrics.staffing.Requirement;
import io.deskpulse.metrics.staffing.Shrinkage;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What would be needed if something were otherwise; NaN and null leave things as they are.
 *
 * @param ratio share of contacts to be good
 * @param seconds longest wait that is good
 * @param patienceSeconds mean patience
 * @param shrinkage of all intervals
 * @param uplift factor of the contacts
 * @param closedFrom first time of the day at which the shop is closed
 * @param closedTo time at which it opens again; earlier than the first: on the next day
 */
public record WhatIf(
        double ratio,
        double seconds,
        double patienceSeconds,
        Shrinkage shrinkage,
        double uplift,
        LocalTime closedFrom,
        LocalTime closedTo) {
    /** Nothing is otherwise. */
    public static final WhatIf NOTHING = new WhatIf(Double.NaN, Double.NaN, Double.NaN, null, Double.NaN, null, null);

    /** The rows with agents computed anew, series by series. */
    public List<ForecastRow> apply(List<ForecastRow> rows) {
        Map<ForecastRow.Series, List<ForecastRow>> series = new LinkedHashMap<>();
        rows.forEach(row -> series.computeIfAbsent(row.series(), unseen -> new ArrayList<>())
                .add(changed(row)));
        List<ForecastRow> all = new ArrayList<>();
        series.values().forEach(one -> all.addAll(needs(one)));
        return all;
    }

    /** The same rows with the agents that their demands need. */
    static List<ForecastRow> needs(List<ForecastRow> rows) {
        List<ForecastRow> all = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from + 1;
            while (to < rows.size()
                    && rows.get(to).start().equals(rows.get(to - 1).end())
                    && rows.get(to).requirement().equals(rows.get(from).requirement())) {
                to++;
            }
            List<ForecastRow> stretch = rows.subList(from, to);
            ForecastRow first = stretch.get(0);
            List<Need> needs = new Needs(first.requirement(), 60.0 * first.minutes())
                    .of(stretch.stream().map(ForecastRow::demand).toList(), -1);
            for (int i = 0; i < stretch.size(); i++) {
                ForecastRow row = stretch.get(i);
                all.add(with(row, row.volume(), row.demand(), row.requirement(), needs.get(i)));
            }
            from = to;
        }
        return all;
    }

    private ForecastRow changed(ForecastRow row) {
        double factor = closed(row.local().toLocalTime()) ? 0 : or(uplift, 1);
        Demand old = row.demand();
        double[] quantiles = old.quantiles().clone();
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] *= factor;
        }
        Demand demand = new Demand(
                factor * old.mean(),
                quantiles,
                old.handleSeconds(),
                old.curve(),
                or(patienceSeconds, old.patienceSeconds()),
                shrinkage == null ? old.shrinkage() : shrinkage);
        Requirement requirement = new Requirement(
                row.requirement().definition(),
                or(ratio, row.requirement().targetRatio()),
                or(seconds, row.requirement().targetSeconds()),
                row.requirement().maxOccupancy());
        return with(row, row.volume().times(factor), demand, requirement, row.need());
    }

    private boolean closed(LocalTime time) {
        if (closedFrom == null) {
            return false;
        }
        boolean afterFrom = !time.isBefore(closedFrom);
        boolean beforeTo = time.isBefore(closedTo);
        return closedFrom.isBefore(closedTo) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }

    private static ForecastRow with(
            ForecastRow row, ForecastRow.Volume volume, Demand demand, Requirement requirement, Need need) {
        return new ForecastRow(
                row.series(),
                row.start(),
                row.minutes(),
                row.madeAt(),
                volume,
                row.label(),
                demand,
                requirement,
                need,
                null);
    }

    private static double or(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }
}
