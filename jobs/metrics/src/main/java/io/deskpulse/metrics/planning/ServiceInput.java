package io.deskpulse.metrics.planning;

import io.deskpulse.metrics.queueing.GainCurve;
import io.deskpulse.metrics.staffing.Shrinkage;
import java.util.ArrayList;
import java.util.List;

/**
 * How a channel's contacts were handled, as measured; sums, so that thin ones can be drawn to fuller ones.
 *
 * @param handled contacts handled, by slot
 * @param handleSeconds their handle time, by slot
 * @param abandoned contacts that left before an answer
 * @param waitSeconds waits of all contacts
 * @param chats contacts that ended while their account had 1, 2, … of them
 * @param chatSeconds time that accounts had 1, 2, … of them, times 1, 2, …
 * @param away time away from planned work
 */
public record ServiceInput(
        double[] handled,
        double[] handleSeconds,
        double abandoned,
        double waitSeconds,
        List<Double> chats,
        List<Double> chatSeconds,
        AwayTime away) {
    /** A cell is drawn to the whole with the weight of so many contacts, by which a public month of calls was forecast best. */
    private static final double CELL_STRENGTH = 200;

    /** A level of concurrency is drawn to the one below with the weight of so many contacts. */
    private static final double CURVE_STRENGTH = 20;

    private static final double LEAST_CHATS = 5;
    private static final double LEAST_ABANDONED = 5;

    /** Copies the lists. */
    public ServiceInput {
        chats = List.copyOf(chats);
        chatSeconds = List.copyOf(chatSeconds);
    }

    /**
     * Handle time by slot, seconds: (Σ of the slot + 200 mean of all)/(contacts of the slot + 200).
     *
     * @param otherwise where nothing was measured
     */
    public double[] handleTimes(double otherwise) {
        double contacts = sum(handled);
        double mean = contacts > 0 && sum(handleSeconds) > 0 ? sum(handleSeconds) / contacts : otherwise;
        double[] times = new double[handled.length];
        for (int slot = 0; slot < times.length; slot++) {
            times[slot] = (handleSeconds[slot] + CELL_STRENGTH * mean) / (handled[slot] + CELL_STRENGTH);
        }
        return times;
    }

    /** Mean patience in queue, seconds: waits of all ÷ those that left; NaN when hardly anybody left. */
    public double patienceSeconds() {
        return abandoned >= LEAST_ABANDONED && waitSeconds > 0 ? waitSeconds / abandoned : Double.NaN;
    }

    /**
     * Handle time while an account has 1, 2, … contacts, never falling.
     *
     * @param most the largest concurrency to plan with
     * @param otherwise handle time where nothing was measured, seconds
     */
    public GainCurve curve(int most, double otherwise) {
        List<Double> means = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double below = otherwise;
        for (int i = 0; i < Math.min(most, chats.size()); i++) {
            boolean thin = chats.get(i) < LEAST_CHATS || chatSeconds.get(i) <= 0;
            if (thin && i > 0) {
                break;
            }
            double mean =
                    thin ? below : (chatSeconds.get(i) + CURVE_STRENGTH * below) / (chats.get(i) + CURVE_STRENGTH);
            if (i == 0 && !thin) {
                mean = chatSeconds.get(i) / chats.get(i);
            }
            means.add(mean);
            weights.add(Math.max(1, chats.get(i)));
            below = mean;
        }
        return means.isEmpty() ? new GainCurve(List.of(otherwise)) : GainCurve.isotonic(means, weights);
    }

    /** What is lost of planned time on a weekday in a slot. */
    public Shrinkage shrinkage(int weekday, int slot) {
        return away.shrinkage(weekday, slot);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
