package io.deskpulse.metrics.forecast.dayfilter;

import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.events.PhasePriors;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.numbers.Gamma;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Day totals as counts whose log rate adds up level, weekday, calendar and events, learned day by day.
 *
 * <p>T ~ Poisson(exp(η)), η = x·state + noise. Before a day η has mean f and variance q; the rate is taken as gamma with the same mean and variance of its
 * log, ψ(α) - ln β = f and ψ'(α) = q, so that a count y leaves ψ(α + y) - ln(β + 1) and ψ'(α + y), and the state follows by linear Bayes. Without the
 * chance of counting this is exactly Gaussian-process regression with the kernel of {@link DayKernel} in state-space form. A count beyond 3.5 standard
 * deviations is taken for an oddity and weighs as little as it takes to be at 3.5; three in a row to one side are a new level. No day is believed to bring
 * more than twenty times the most that ever came: what would is a month or a weekday made of one jump.
 *
 * @see "West, Harrison and Migon 1985, section 3; state-space form: Hartikainen and Särkkä 2010"
 */
public final class DayFilter {
    /** Longest lead that is kept, days. */
    public static final int MOST_AHEAD = 28;

    private static final double ODD = 3.5;
    private static final int DAYS_BEFORE_ODD = 28;
    private static final int SHIFT_DAYS = 3;
    private static final int START_DAYS = 7;
    private static final double MOST_TIMES = 20;

    private final StateLayout layout;
    private final History history;
    private final State state;
    private final double[] exposures;
    private final DayBelief[][] beliefs;
    private final double[][] means;
    private final boolean[] odd;
    private final int start;
    private double logLikelihood;
    private int known;
    private int oddRun;
    private double most = 1;

    /**
     * Days to run over.
     *
     * @param lastDay last day to learn from
     * @param keepFrom first day of which beliefs are kept
     * @param ahead how many days ahead they reach, 0 to {@link #MOST_AHEAD}
     */
    public record Run(int lastDay, int keepFrom, int ahead) {
        /** A run that keeps no beliefs: for what is believed at its end. */
        public static Run to(int lastDay) {
            return new Run(lastDay, lastDay + 1, 0);
        }
    }

    /**
     * Runs over the days of a history up to one of them.
     *
     * @param layout of the history's days
     * @param kernel how much may move
     * @param priors of events
     * @param run over which days, and what is kept
     */
    public DayFilter(StateLayout layout, DayKernel kernel, PhasePriors priors, Run run) {
        int lastDay = run.lastDay();
        this.layout = layout;
        this.history = layout.history();
        this.exposures = Exposure.of(history, lastDay);
        this.beliefs = new DayBelief[lastDay + 1][];
        this.means = new double[lastDay + 1][];
        this.odd = new boolean[lastDay + 1];
        double sum = 0;
        int days = 0;
        int first = -1;
        int day = 0;
        for (; day <= lastDay && days < START_DAYS; day++) {
            if (usable(day)) {
                first = first < 0 ? day : first;
                sum += history.total(day) / exposures[day];
                days++;
            }
        }
        this.start = days < START_DAYS ? Integer.MAX_VALUE : day - 1;
        this.state = new State(layout, kernel, priors, Math.log(Math.max(0.5, sum / Math.max(1, days))));
        for (day = Math.max(0, first); day <= lastDay; day++) {
            step(day, run);
        }
    }

    /**
     * The belief of a day's log total at an earlier day.
     *
     * @param origin last day learned from
     * @param target after it, at most as far ahead as beliefs are kept
     * @return null before a week is known
     */
    public DayBelief belief(int origin, int target) {
        return origin < start || beliefs[origin] == null ? null : beliefs[origin][target - origin - 1];
    }

    /** What was known of the state's means on a day, to tell a day's log total apart; null before a week is known. */
    public Explanation explain(int origin, int target) {
        return origin < start
                ? null
                : Explanation.of(
                        layout, means[origin], target, belief(origin, target).mean());
    }

    /** The log factor of a day's events as it was estimated at the end of another; 0 on days without. */
    public double eventLog(int origin, int day) {
        Terms terms = layout.terms(day);
        double sum = 0;
        for (int i = 0; i < terms.states().length && means[origin] != null; i++) {
            if (terms.states()[i] >= StateLayout.EVENTS) {
                sum += terms.weights()[i] * means[origin][terms.states()[i]];
            }
        }
        return sum;
    }

    /** The share of a day's usual contacts that its known slots hold, in (0, 1]. */
    public double exposure(int day) {
        return exposures[day];
    }

    /** Whether a day's count was taken for an oddity. */
    public boolean odd(int day) {
        return odd[day];
    }

    /** The log probability of the counts, each given those before. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** The log factor of a phase on a day of full weight, as believed at the end; null when no day of the layout lies in it. */
    public DayBelief effect(EventPhase phase) {
        int[] states = layout.statesOf(phase);
        if (states == null) {
            return null;
        }
        double mean = 0;
        double variance = 0;
        for (int i : states) {
            mean += state.mean[i];
            for (int j : states) {
                variance += state.covariance[i][j];
            }
        }
        return new DayBelief(mean, variance);
    }

    /** The single effects as believed at the end, for those who learn priors of many shops. */
    public List<PhaseEffect> effects() {
        return IntStream.range(StateLayout.EVENTS, layout.size())
                .mapToObj(i -> {
                    StateLayout.Effect effect = layout.effects().get(i - StateLayout.EVENTS);
                    return new PhaseEffect(
                            effect.sort(), effect.part().ordinal(), state.mean[i], state.covariance[i][i]);
                })
                .toList();
    }

    private boolean usable(int day) {
        return layout.usable(day) && exposures[day] > 0;
    }

    private void step(int day, Run run) {
        int openDays =
                day == 0 ? 1 : layout.calendar().index(day) - layout.calendar().index(day - 1);
        state.advance(openDays);
        if (usable(day)) {
            learn(day, history.total(day), exposures[day]);
        }
        if (day >= run.keepFrom()) {
            keep(day, run.ahead());
        }
    }

    private void learn(int day, double count, double exposure) {
        Terms terms = layout.terms(day);
        DayBelief before = state.belief(terms, 0, 0);
        double mean = before.mean() + Math.log(exposure);
        double expected = Math.exp(mean);
        double surprise = Math.log((count + 0.5) / (expected + 0.5));
        double spread = before.variance() + 1 / (expected + 0.5);
        double variance = before.variance();
        known++;
        most = Math.max(most, count);
        odd[day] = known > DAYS_BEFORE_ODD && Math.abs(surprise) > ODD * Math.sqrt(spread);
        if (odd[day]) {
            int side = (int) Math.signum(surprise);
            oddRun = oddRun * side > 0 ? oddRun + side : side;
            double excess = surprise * surprise / (ODD * ODD) - spread;
            if (Math.abs(oddRun) >= SHIFT_DAYS) {
                state.doubtBase(surprise / 2);
                variance = state.belief(terms, 0, 0).variance();
                oddRun = 0;
            } else {
                variance += excess;
            }
        } else {
            oddRun = 0;
        }
        update(terms, mean, variance, count);
    }

    private void update(Terms terms, double mean, double variance, double count) {
        double alpha = Gamma.inverseTrigamma(variance);
        double logBeta = Gamma.digamma(alpha) - mean;
        double logMore = logBeta > 30 ? logBeta : Math.log1p(Math.exp(logBeta));
        logLikelihood += Gamma.log(alpha + count)
                - Gamma.log(alpha)
                - Gamma.log(count + 1)
                + alpha * (logBeta - logMore)
                - count * logMore;
        double after = Gamma.digamma(alpha + count) - logMore;
        double varianceAfter = Gamma.trigamma(alpha + count);
        state.learn(state.with(terms), (after - mean) / variance, (1 - varianceAfter / variance) / variance);
    }

    private void keep(int day, int ahead) {
        means[day] = state.mean.clone();
        int farthest = Math.min(ahead, layout.days() - 1 - day);
        beliefs[day] = new DayBelief[Math.max(0, farthest)];
        int index = layout.calendar().index(day);
        for (int days = 1; days <= farthest; days++) {
            DayBelief belief = state.belief(
                    layout.terms(day + days), days, layout.calendar().index(day + days) - index);
            beliefs[day][days - 1] =
                    new DayBelief(Math.min(belief.mean(), Math.log(MOST_TIMES * most)), belief.variance());
        }
    }
}
