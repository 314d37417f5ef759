package io.deskpulse.metrics.queueing;

import io.deskpulse.metrics.numbers.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a chat takes while its agent runs 1, 2, … chats: the shop's own measured gain of concurrency.
 *
 * <p>An agent with k chats completes g(k) = k / AHT(k) chats a second. Dividing the handle time of one chat by the concurrency instead overstates
 * what a team can do.
 *
 * @param handleSeconds AHT(1), AHT(2), …, wall-clock seconds of one chat, > 0; the list's length is the cap
 */
public record GainCurve(List<Double> handleSeconds) {
    /** Checks that there is a value and that all are positive. */
    public GainCurve {
        if (handleSeconds.isEmpty()) {
            throw new IllegalArgumentException("handleSeconds must have a value for one chat");
        }
        handleSeconds.forEach(seconds -> Checks.positive("handleSeconds", seconds));
        handleSeconds = List.copyOf(handleSeconds);
    }

    /**
     * A curve from measurements of few chats: pooled so that a chat never gets shorter by more chats beside it, by adjacent violators.
     *
     * @param meanSeconds measured mean handle time at 1, 2, … chats, seconds, > 0
     * @param chats how many chats each mean stands on, > 0
     * @see "Ayer, Brunk, Ewing, Reid and Silverman 1955"
     */
    public static GainCurve isotonic(List<Double> meanSeconds, List<Double> chats) {
        if (meanSeconds.size() != chats.size()) {
            throw new IllegalArgumentException(
                    "chats must be one a mean, got " + chats.size() + " for " + meanSeconds.size());
        }
        List<double[]> blocks = new ArrayList<>();
        for (int i = 0; i < meanSeconds.size(); i++) {
            Checks.positive("chats", chats.get(i));
            blocks.add(new double[] {meanSeconds.get(i), chats.get(i), 1});
            while (blocks.size() > 1 && blocks.get(blocks.size() - 2)[0] > blocks.get(blocks.size() - 1)[0]) {
                double[] right = blocks.remove(blocks.size() - 1);
                double[] left = blocks.remove(blocks.size() - 1);
                double weight = left[1] + right[1];
                double mean = (left[0] * left[1] + right[0] * right[1]) / weight;
                blocks.add(new double[] {mean, weight, left[2] + right[2]});
            }
        }
        List<Double> fitted = new ArrayList<>();
        blocks.forEach(block -> {
            for (int i = 0; i < block[2]; i++) {
                fitted.add(block[0]);
            }
        });
        return new GainCurve(fitted);
    }

    /** Most chats that an agent runs at once, >= 1. */
    public int cap() {
        return handleSeconds.size();
    }

    /**
     * Chats a second that an agent with k chats completes, g(k).
     *
     * @param chats k, 0 to the cap
     */
    public double rate(int chats) {
        return chats == 0 ? 0 : chats / handleSeconds.get(chats - 1);
    }

    /** Whether the last chat lowers what an agent completes: then the cap is too high, and somebody should be told. */
    public boolean capTooHigh() {
        return cap() > 1 && rate(cap()) <= rate(cap() - 1);
    }
}
