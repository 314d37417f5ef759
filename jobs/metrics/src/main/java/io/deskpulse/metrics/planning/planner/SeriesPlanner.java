package io.deskpulse.metrics.planning.planner;

import io.deskpulse.metrics.forecast.SlotForecast;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.score.Levels;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.numbers.Normal;
import io.deskpulse.metrics.numbers.Quantiles;
import io.deskpulse.metrics.planning.DayGrid;
import io.deskpulse.metrics.planning.Demand;
import io.deskpulse.metrics.planning.Gap;
import io.deskpulse.metrics.planning.Goal;
import io.deskpulse.metrics.planning.Need;
import io.deskpulse.metrics.planning.PlannedDay;
import io.deskpulse.metrics.planning.PlannedSlot;
import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.metrics.planning.SeriesPlan;
import io.deskpulse.metrics.planning.agents.Gaps;
import io.deskpulse.metrics.planning.agents.Needs;
import io.deskpulse.metrics.queueing.GainCurve;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Plans one shop's channel at a time: what will come, and which agents that needs.
 *
 * @param learned what the channel's shops have in common
 * @param moment of the forecast; nothing that came later is read
 * @param horizonDays days ahead, today the first, 1 to 28
 * @param intraday whether today's rest is made anew from what has come of it
 */
public record SeriesPlanner(Learned learned, Instant moment, int horizonDays, boolean intraday) {
    private static final int EIGHT_WEEKS_DAYS = 56;
    private static final int ODD_DAYS = 91;
    private static final int P90 = 5;
    private static final int P975 = 6;

    /** An interval before its agents are known. */
    private record Draft(PlannedSlot.Factors factors, double[] quantiles, DayGrid.Interval interval, Target target) {}

    /** Who is needed in an interval, and what time they have left. */
    private record Agents(Need need, Gap gap) {}

    /** A day to come. */
    private record Target(int day, int lead, SlotForecast forecast, PlannedSlot.Evidence evidence, double[] sameSlot) {}

    /** The plan; without intervals when too little is known. */
    public SeriesPlan plan(SeriesInput input, Goal goal) {
        LocalDate today = input.grid().day(moment);
        int origin = (int) (today.toEpochDay() - input.firstDay().toEpochDay()) - 1;
        if (!knowsADay(input, origin)) {
            return new SeriesPlan(today.minusDays(1), 0, List.of(), List.of(), List.of());
        }
        DayForecaster days = new DayForecaster(input, learned, origin, horizonDays);
        List<Draft> drafts = new ArrayList<>();
        List<PlannedDay> totals = new ArrayList<>();
        for (int lead = 1; lead <= horizonDays; lead++) {
            Target target = target(days, origin, lead);
            if (target != null) {
                double factor = intraday ? days.intraday(input.contacts()[origin + 1], target.forecast) : 1;
                addSlots(days, input, target, factor, drafts);
                if (!intraday) {
                    totals.add(total(days.history(), target));
                }
            }
        }
        return new SeriesPlan(
                today.minusDays(1),
                weekly(days.history(), origin),
                slots(input, goal, drafts),
                totals,
                intraday ? List.of() : oddities(days, origin));
    }

    private static boolean knowsADay(SeriesInput input, int origin) {
        for (int day = 0; day <= origin; day++) {
            if (input.contacts()[day] != null) {
                return true;
            }
        }
        return false;
    }

    private Target target(DayForecaster days, int origin, int lead) {
        int day = origin + lead;
        SlotForecast forecast = days.forecast(day);
        if (forecast == null) {
            return null;
        }
        String events = days.phases(day).stream().map(EventPhase::series).collect(Collectors.joining("+"));
        PlannedSlot.Evidence evidence =
                new PlannedSlot.Evidence(forecast.evidenceDays(), forecast.young(), events, days.model(day));
        return new Target(day, intraday ? 0 : lead, forecast, evidence, days.sameSlotMean(day));
    }

    private void addSlots(
            DayForecaster days, SeriesInput input, Target target, double intradayFactor, List<Draft> drafts) {
        SlotForecast.Factors parts = target.forecast.factors();
        List<PlannedSlot.Effect> effects = new ArrayList<>();
        parts.day()
                .events()
                .forEach((sort, factor) -> effects.add(new PlannedSlot.Effect(
                        sort,
                        factor,
                        days.phases(target.day).stream()
                                .filter(phase -> phase.sort().equals(sort))
                                .findFirst()
                                .map(days::learnedFrom)
                                .orElse(""))));
        for (DayGrid.Interval interval : input.grid().intervals(days.history().date(target.day))) {
            if (interval.startMillis() >= moment.toEpochMilli()) {
                PlannedSlot.Factors factors = new PlannedSlot.Factors(
                        parts.day().level(),
                        parts.day().weekday(),
                        parts.day().calendar(),
                        effects,
                        parts.others(),
                        intradayFactor,
                        parts.shares()[interval.slot()]);
                double[] quantiles = scaled(target.forecast.quantiles()[interval.slot()], intradayFactor);
                drafts.add(new Draft(factors, quantiles, interval, target));
            }
        }
    }

    private List<PlannedSlot> slots(SeriesInput input, Goal goal, List<Draft> drafts) {
        double[] handleTimes = input.service().handleTimes(goal.handleSeconds());
        double patience =
                Double.isNaN(goal.patienceSeconds()) ? input.service().patienceSeconds() : goal.patienceSeconds();
        GainCurve chats =
                goal.mostConcurrent() > 1 ? input.service().curve(goal.mostConcurrent(), goal.handleSeconds()) : null;
        List<Demand> demands = new ArrayList<>();
        List<Double> overrides = new ArrayList<>();
        for (Draft draft : drafts) {
            double mean = draft.factors.product();
            double override = override(input, draft.interval.startMillis(), mean);
            double handle = handleTimes[draft.interval.slot()];
            demands.add(new Demand(
                    Double.isNaN(override) ? mean : override,
                    Double.isNaN(override) ? draft.quantiles : overruled(draft.quantiles, mean, override),
                    handle,
                    chats != null && chats.cap() > 1 ? chats : new GainCurve(List.of(handle)),
                    patience,
                    goal.shrinkage() == null
                            ? input.service().shrinkage(weekday(input, draft), draft.interval.slot())
                            : goal.shrinkage()));
            overrides.add(override);
        }
        List<Need> needs = new Needs(
                        goal.requirement(),
                        input.grid().seconds(),
                        interval -> team(input, goal, drafts, demands, interval))
                .of(demands, -1);
        List<Gap> gaps = new Gaps(
                        goal.requirement().maxOccupancy(), input.grid().seconds())
                .of(
                        drafts.stream()
                                .map(draft -> draft.interval.startMillis())
                                .toList(),
                        demands,
                        needs,
                        input.deferred());
        List<PlannedSlot> slots = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            slots.add(slot(
                    input,
                    drafts.get(i),
                    overrides.get(i),
                    demands.get(i),
                    goal,
                    new Agents(needs.get(i), gaps.get(i))));
        }
        return slots;
    }

    /** Who is planned, as far as they come; where nobody is, what the setting says. */
    private static int team(SeriesInput input, Goal goal, List<Draft> drafts, List<Demand> demands, int interval) {
        double present = 1 / demands.get(interval).shrinkage().gross(1);
        long start = drafts.get(interval).interval.startMillis();
        return input.roster().team(start, input.grid().minutes(), present, goal.team());
    }

    private static PlannedSlot slot(
            SeriesInput input, Draft draft, double override, Demand demand, Goal goal, Agents agents) {
        Target target = draft.target;
        return new PlannedSlot(
                draft.interval.startMillis(),
                input.firstDay().toEpochDay() + target.day,
                target.lead,
                draft.factors,
                draft.quantiles,
                p95(draft.quantiles),
                target.sameSlot == null ? Double.NaN : target.sameSlot[draft.interval.slot()],
                target.evidence,
                override,
                demand,
                goal.requirement(),
                agents.need,
                agents.gap);
    }

    private static PlannedDay total(History history, Target target) {
        double[] quantiles = target.forecast.totalQuantiles();
        return new PlannedDay(
                history.date(target.day).toEpochDay(),
                target.lead,
                target.forecast.total(),
                quantiles,
                p95(quantiles),
                target.evidence);
    }

    private static double override(SeriesInput input, long startMillis, double mean) {
        return input.overrides().stream()
                .filter(each -> each.covers(startMillis))
                .findFirst()
                .map(each -> each.contacts(startMillis, input.grid().minutes(), mean))
                .orElse(Double.NaN);
    }

    /** A person's number is as unsure as the forecast that it stands for. */
    private static double[] overruled(double[] quantiles, double mean, double override) {
        double[] all = new double[quantiles.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = mean > 0 ? quantiles[i] * override / mean : override;
        }
        return all;
    }

    private static int weekday(SeriesInput input, Draft draft) {
        return input.firstDay().plusDays(draft.target.day).getDayOfWeek().getValue() - 1;
    }

    private static List<SeriesPlan.Oddity> oddities(DayForecaster days, int origin) {
        History history = days.history();
        return days.oddDays().stream()
                .filter(day -> day > origin - ODD_DAYS)
                .map(day ->
                        new SeriesPlan.Oddity(history.date(day).toEpochDay(), history.total(day), usual(history, day)))
                .toList();
    }

    private static double usual(History history, int day) {
        List<Double> before = new ArrayList<>();
        for (int other = day - 7; other >= 0 && before.size() < 4; other -= 7) {
            if (history.has(other)) {
                before.add(history.total(other));
            }
        }
        return before.isEmpty()
                ? Double.NaN
                : Quantiles.median(
                        before.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double weekly(History history, int origin) {
        double sum = 0;
        int known = 0;
        for (int day = Math.max(0, origin - EIGHT_WEEKS_DAYS + 1); day <= origin; day++) {
            if (history.has(day)) {
                sum += history.total(day);
                known++;
            }
        }
        return known == 0 ? 0 : 7 * sum / known;
    }

    /** Between the 90 and 97.5 % quantiles, in proportion to those of the normal law. */
    private static double p95(double[] quantiles) {
        double low = Normal.quantile(Levels.level(P90));
        double part = (Normal.quantile(0.95) - low) / (Normal.quantile(Levels.level(P975)) - low);
        return quantiles[P90] + part * (quantiles[P975] - quantiles[P90]);
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
