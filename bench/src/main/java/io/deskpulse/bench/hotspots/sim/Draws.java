package io.deskpulse.bench.hotspots.sim;

import io.deskpulse.metrics.numbers.Normal;
import java.util.SplittableRandom;

/** Random numbers of a shop, from one stream. */
final class Draws {
    private static final int TABLE = 4096;
    private static final double NORMAL_APPROXIMATION_FROM = 500;

    private final SplittableRandom random;

    Draws(SplittableRandom random) {
        this.random = random;
    }

    /** Another stream. */
    Draws split() {
        return new Draws(random.split());
    }

    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long bits() {
        return random.nextLong();
    }

    double normal() {
        return random.nextGaussian();
    }

    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** Gamma(shape) ÷ shape, of mean 1. @see "Marsaglia and Tsang 2000" */
    double gammaFactor(double shape) {
        if (shape < 1) {
            return gammaFactor(shape + 1) * (shape + 1) / shape * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = 1 - random.nextDouble();
                if (Math.log(u) < .5 * x * x + d - d * v + d * Math.log(v)) {
                    return d * v / shape;
                }
            }
        }
    }

    int poisson(double mean) {
        if (mean > NORMAL_APPROXIMATION_FROM) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double left = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > left) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** Quantiles of delays, lognormal with a median in hours: drawing one is a look-up. */
    static float[] delayTable(double medianHours, double sigma) {
        float[] table = new float[TABLE];
        for (int i = 0; i < TABLE; i++) {
            double z = Normal.quantile((i + .5) / TABLE);
            table[i] = (float) (medianHours * Math.exp(sigma * z));
        }
        return table;
    }

    float from(float[] table) {
        return table[random.nextInt(TABLE)];
    }

    /** Places by their weights, for look-ups. */
    static byte[] placeTable(double[] weights) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        byte[] table = new byte[TABLE];
        double sum = 0;
        int place = 0;
        for (int i = 0; i < TABLE; i++) {
            while (place < weights.length - 1 && (i + .5) / TABLE > (sum + weights[place]) / all) {
                sum += weights[place++];
            }
            table[i] = (byte) place;
        }
        return table;
    }

    int from(byte[] table) {
        return table[random.nextInt(TABLE)];
    }
}
