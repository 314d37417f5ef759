package io.deskpulse.metrics.staffing;

import io.deskpulse.metrics.numbers.Checks;
import java.util.function.DoubleUnaryOperator;

/**
 * At which quantile of the forecast to staff: too few agents cost more than too many.
 *
 * <p>With cost c_under of an agent missing and c_over of one too many, the best level is p = c_under / (c_under + c_over), the newsvendor's.
 *
 * @see "Arrow, Harris and Marschak 1951"
 */
public final class QuantileStaffing {
    /** The level where nobody has said what an agent too few costs: three times one too many. */
    public static final double DEFAULT_LEVEL = 0.75;

    private QuantileStaffing() {}

    /**
     * The level, in (0, 1).
     *
     * @param costUnder cost of one agent missing, > 0
     * @param costOver cost of one agent too many, in the same unit, > 0
     */
    public static double level(double costUnder, double costOver) {
        Checks.positive("costUnder", costUnder);
        Checks.positive("costOver", costOver);
        return costUnder / (costUnder + costOver);
    }

    /**
     * The service level to expect when the volume is uncertain: the mean over the forecast's quantiles, each weighted by its volume since more contacts
     * live in the full intervals. Between the levels given, volumes are taken to lie in the middle of them.
     *
     * @param levels of the quantiles, ascending, in (0, 1)
     * @param contacts the quantiles, >= 0
     * @param serviceLevel ratio 0..1 by contacts
     * @return ratio 0..1; 1 when no contacts are expected at all
     */
    public static double expectedServiceLevel(double[] levels, double[] contacts, DoubleUnaryOperator serviceLevel) {
        double good = 0;
        double all = 0;
        for (int i = 0; i < levels.length; i++) {
            double below = i == 0 ? 0 : (levels[i - 1] + levels[i]) / 2;
            double above = i == levels.length - 1 ? 1 : (levels[i] + levels[i + 1]) / 2;
            double volume = (above - below) * contacts[i];
            good += volume * serviceLevel.applyAsDouble(contacts[i]);
            all += volume;
        }
        return all > 0 ? good / all : 1;
    }
}
