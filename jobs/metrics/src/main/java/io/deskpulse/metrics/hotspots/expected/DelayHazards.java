package io.deskpulse.metrics.hotspots.expected;

import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How soon exposures lead to complaints, by reason: the rate h[a] of complaints per exposure that is a bins old.
 *
 * <p>h[a] = (n[g] + 1) ÷ (x[g] + 1 ÷ h̄), g the group of a, n complaints by age, x exposures that were of such an age in any bin, h̄
 * = Σn ÷ Σx. A histogram of delays would be biased towards short ones whenever sales grow. Complaints whose exposure nobody knows are
 * shared out like the others. Counts take effect at {@link #refresh}.
 *
 * @see "docs/decisions/0024-hotspots-on-the-clock-of-complaints.md"
 */
public final class DelayHazards {
    /** Complaints that the level of other shops weighs; that of their delays weighs {@link PooledParameters#WEIGHT}. */
    private static final double LEVEL_WEIGHT = 3;

    /** What exposures weigh by their age in bins. */
    private static final double[] DECAY = IntStream.range(0, AgeGroups.AGES)
            .mapToDouble(age -> Math.pow(Rings.BIN_DECAY, age))
            .toArray();

    final double[][] complaintsByAge;
    final double[] complaintsOfUnknownAge;
    final double[][] exposuresByAge = new double[ExposureType.COUNT][AgeGroups.COUNT];

    private final List<Reason> reasons;
    private final PooledParameters pooled;
    private final Kernel[] kernels;
    /** h by reason and age group, as of the last {@link #refresh}. */
    final double[][] effective;

    /**
     * A reason's hazard, ready for use.
     *
     * @param atOnce h[0], of the running bin
     * @param later h of all older ages, for {@link Rings#convolve}
     * @param all Σ g, g[a] = h[a] 2^(a/180)
     * @param toCome by age A, 2^(−A/180) Σ g from A on, for {@link Rings#convolve}
     */
    private record Kernel(double atOnce, float[] later, double all, float[] toCome) {}

    /** Hazards that begin with those of other shops. */
    DelayHazards(List<Reason> reasons, PooledParameters pooled) {
        this.reasons = reasons;
        this.pooled = pooled;
        complaintsByAge = new double[reasons.size()][AgeGroups.COUNT];
        complaintsOfUnknownAge = new double[reasons.size()];
        kernels = new Kernel[reasons.size()];
        effective = new double[reasons.size()][];
        refresh();
    }

    /** Counts a complaint. @param age of its exposure, bins; negative when unknown */
    void complain(int reason, long age) {
        if (age < 0) {
            complaintsOfUnknownAge[reason]++;
        } else {
            complaintsByAge[reason][AgeGroups.of((int) Math.min(age, AgeGroups.AGES - 1))]++;
        }
    }

    /** Counts what was exposed in a bin that closes, by the rings of the whole shop. @param ring -1 when there is none */
    void expose(ExposureType type, Rings rings, int ring) {
        if (ring >= 0) {
            double[] exposures = exposuresByAge[type.ordinal()];
            for (int age = 0; age < AgeGroups.AGES; age++) {
                exposures[AgeGroups.of(age)] += rings.count(ring, age);
            }
        }
    }

    /** Complaints counted of a reason. */
    public double complaints(int reason) {
        return Arrays.stream(complaintsByAge[reason]).sum() + complaintsOfUnknownAge[reason];
    }

    double[] exposuresOf(int reason) {
        return exposuresByAge[reasons.get(reason).exposure().ordinal()];
    }

    /** Complaints expected of a bin from exposures of the bins before: Σ over a >= 1 of E[t − a] h[a]. */
    float expected(int reason, Rings rings, int ring) {
        return rings.convolve(ring, kernels[reason].later);
    }

    /** Complaints expected of the running bin from its own exposures so far. */
    double expectedAtOnce(int reason, Rings rings, int ring, long position) {
        return kernels[reason].atOnce * 2 * rings.runningIntegral(ring, position);
    }

    /** Σ w U over all closed bins of a ring, w halving in 30 days: T Σ g − Σ E[t − A] 2^(−A/180) Σ_{i >= A} g[i]. */
    double expectedBefore(int reason, Rings rings, int ring) {
        Kernel kernel = kernels[reason];
        return Math.max(0, rings.decayed(ring) * kernel.all - rings.convolve(ring, kernel.toCome));
    }

    /** Makes what was counted effective. */
    void refresh() {
        for (int reason = 0; reason < kernels.length; reason++) {
            restore(reason, hazard(reason));
        }
    }

    /** Makes a hazard by age groups effective. */
    void restore(int reason, double[] hazard) {
        effective[reason] = hazard;
        kernels[reason] = kernel(hazard);
    }

    /** h by age group, of what was counted. */
    private double[] hazard(int reason) {
        double[] n = complaintsByAge[reason].clone();
        double[] x = exposuresOf(reason).clone();
        double level = level(reason);
        for (int g = 0; g < AgeGroups.COUNT; g++) {
            n[g] += pooled.complaintsByAge()[reason][g];
            x[g] += pooled.exposuresByAge()[reason][g] / level;
        }
        double known = Arrays.stream(n).sum();
        double exposures = Arrays.stream(x).sum();
        double complaints = known + complaintsOfUnknownAge[reason];
        double[] hazard = new double[AgeGroups.COUNT];
        if (!(complaints > 0 && exposures > 0)) {
            return hazard;
        }
        double mean = complaints / exposures;
        for (int g = 0; g < AgeGroups.COUNT; g++) {
            double all = known > 0 ? n[g] * complaints / known : x[g] * mean;
            hazard[g] = (all + 1) / (x[g] + 1 / mean);
        }
        return hazard;
    }

    /** How many times as often as in other shops such complaints come: delays are alike, how many there are is the shop's own. */
    private double level(int reason) {
        double[] pooledComplaints = pooled.complaintsByAge()[reason];
        double[] pooledExposures = pooled.exposuresByAge()[reason];
        double expected = 0;
        for (int g = 0; g < AgeGroups.COUNT; g++) {
            expected += pooledExposures[g] > 0 ? exposuresOf(reason)[g] * pooledComplaints[g] / pooledExposures[g] : 0;
        }
        return expected > 0 ? (complaints(reason) + LEVEL_WEIGHT) / (expected + LEVEL_WEIGHT) : 1;
    }

    private static Kernel kernel(double[] byGroup) {
        int ages = AgeGroups.AGES;
        double[] hazard = new double[ages];
        Arrays.setAll(hazard, age -> byGroup[AgeGroups.of(age)]);
        double[] later = hazard.clone();
        later[0] = 0;
        double[] toCome = new double[ages];
        double sum = 0;
        for (int age = ages - 1; age >= 0; age--) {
            double weight = DECAY[age];
            sum += hazard[age] / weight;
            toCome[age] = weight * sum;
        }
        // The running bin is no closed one: it is not among the exposures that were summed.
        toCome[0] = 0;
        return new Kernel(hazard[0], Rings.kernel(later), sum, Rings.kernel(toCome));
    }
}
