package io.deskpulse.demo.script;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance in the shapes that the stories need. The same seed and calls give the same values. One thread. */
public final class Dice {

    private final SplittableRandom random;

    /** Dice from a seed. */
    public Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** New dice whose values are independent of what these give from now on. */
    public Dice split() {
        return new Dice(random.split());
    }

    /** True with this probability, 0 to 1. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform, from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** Uniform duration in milliseconds, from {@code low} inclusive to {@code high} exclusive. */
    public long millis(long low, long high) {
        return random.nextLong(low, high);
    }

    /** Exponential with this mean, in the unit of the mean. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble()); // StrictMath: the same bits on every machine
    }

    /** Log-normal duration in milliseconds: its median, and the standard deviation of its logarithm. */
    public long around(long medianMillis, double spread) {
        return (long) (medianMillis * StrictMath.exp(spread * gaussian()));
    }

    /** One of a list that is not empty, all equally likely. */
    public <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** The index of one of the weights, each as likely as its share of the sum; weights are not negative, the sum is not 0. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private double gaussian() { // Box and Muller 1958; the library's own method may change with the release
        double radius = StrictMath.sqrt(exponential(2));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
