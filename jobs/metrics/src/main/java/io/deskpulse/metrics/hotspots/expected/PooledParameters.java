package io.deskpulse.metrics.hotspots.expected;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What a shop begins with, learned from all shops: delays, hours, spreads. Data, made by {@link Pool}.
 *
 * @param complaintsByAge by reason and age group; of 50 complaints a reason, or of none
 * @param exposuresByAge by reason and age group, the exposures that these complaints came from
 * @param complaintsByHour of 24 hours
 * @param alpha by reason and dimension
 * @param psi by reason
 * @param kappa by reason and dimension
 */
@SuppressWarnings("ArrayRecordComponent") // tables by ordinal, never compared
public record PooledParameters(
        double[][] complaintsByAge,
        double[][] exposuresByAge,
        double[] complaintsByHour,
        double[][] alpha,
        double[] psi,
        double[][] kappa)
        implements Serializable {
    /** Complaints that the pool weighs, a reason and for the hours. */
    public static final double WEIGHT = 50;

    /** Checks that all tables are of the same reasons. */
    public PooledParameters {
        int reasons = psi.length;
        if (complaintsByAge.length != reasons
                || exposuresByAge.length != reasons
                || alpha.length != reasons
                || kappa.length != reasons) {
            throw new IllegalArgumentException("all tables must be of " + reasons + " reasons");
        }
    }

    /** Nothing known of other shops: typical spreads, no delay, even hours. */
    public static PooledParameters none(int reasons) {
        double[][] alpha = new double[reasons][Dimension.COUNT];
        double[][] kappa = new double[reasons][Dimension.COUNT];
        double[] psi = new double[reasons];
        for (int reason = 0; reason < reasons; reason++) {
            psi[reason] = Dispersion.TYPICAL_PSI;
            for (Dimension dimension : Dimension.values()) {
                alpha[reason][dimension.ordinal()] =
                        dimension == Dimension.SHOP ? RelativeRate.SHOP_ALPHA : RelativeRate.TYPICAL_ALPHA;
                kappa[reason][dimension.ordinal()] = Dispersion.typicalKappa(dimension);
            }
        }
        return new PooledParameters(
                new double[reasons][AgeGroups.COUNT],
                new double[reasons][AgeGroups.COUNT],
                new double[HourFactors.HOURS],
                alpha,
                psi,
                kappa);
    }

    /** How many reasons it knows. */
    public int reasons() {
        return psi.length;
    }

    /** The mean over shops, each weighing as its complaints do. */
    public static final class Pool {
        private final PooledParameters sums;
        private final double[] complaints;

        /** No shop yet. */
        public Pool(int reasons) {
            sums = none(reasons);
            complaints = new double[reasons];
            for (int reason = 0; reason < reasons; reason++) {
                sums.psi[reason] = 0;
                Arrays.fill(sums.alpha[reason], 0);
                Arrays.fill(sums.kappa[reason], 0);
            }
        }

        /** Adds what a shop has learned: its delays and hours, and its spreads. */
        public void add(DelayHazards delays, HourFactors hours, LearnedSpreads spreads) {
            plus(sums.complaintsByHour, hours.counts, 1);
            for (int reason = 0; reason < complaints.length; reason++) {
                double weight = delays.complaints(reason);
                complaints[reason] += weight;
                plus(sums.complaintsByAge[reason], delays.complaintsByAge[reason], 1);
                plus(sums.exposuresByAge[reason], delays.exposuresOf(reason), 1);
                sums.psi[reason] += weight * spreads.psi(reason);
                plus(sums.alpha[reason], spreads.alpha[reason], weight);
                plus(sums.kappa[reason], spreads.kappa[reason], weight);
            }
        }

        /** What the shops have in common; typical where they know nothing. */
        public PooledParameters mean() {
            PooledParameters mean = none(complaints.length);
            plus(
                    mean.complaintsByHour,
                    sums.complaintsByHour,
                    scale(Arrays.stream(sums.complaintsByHour).sum()));
            for (int reason = 0; reason < complaints.length; reason++) {
                if (complaints[reason] > 0) {
                    double scale =
                            scale(Arrays.stream(sums.complaintsByAge[reason]).sum());
                    plus(mean.complaintsByAge[reason], sums.complaintsByAge[reason], scale);
                    plus(mean.exposuresByAge[reason], sums.exposuresByAge[reason], scale);
                    mean.psi[reason] = sums.psi[reason] / complaints[reason];
                    for (int dimension = 0; dimension < Dimension.COUNT; dimension++) {
                        mean.alpha[reason][dimension] = sums.alpha[reason][dimension] / complaints[reason];
                        mean.kappa[reason][dimension] = sums.kappa[reason][dimension] / complaints[reason];
                    }
                }
            }
            return mean;
        }

        private static double scale(double complaints) {
            return complaints > 0 ? WEIGHT / complaints : 0;
        }

        private static void plus(double[] to, double[] values, double weight) {
            for (int i = 0; i < to.length; i++) {
                to[i] += weight * values[i];
            }
        }
    }
}
