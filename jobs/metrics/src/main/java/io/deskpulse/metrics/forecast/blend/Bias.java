package io.deskpulse.metrics.forecast.blend;

import java.util.List;

/**
 * A bias that lasts: how far forecasts at a lead have been off on one side, as far as that is beyond what a few independent days do by chance.
 *
 * <p>ē = mean of log(T/F) over n days, s² their variance; errors made from origins less than a lead apart resemble each other, so the days are worth
 * n/lead. Share taken out: max(0, 1 - 4 s² lead / (n ē²)), which leaves chance alone and takes out nearly all of a growth that the level runs behind.
 *
 * @see "positive-part shrinkage: James and Stein 1961"
 */
public final class Bias {
    private static final double CAUTION = 4;
    private static final double MOST = Math.log(2);

    private Bias() {}

    /**
     * The log by which forecasts are to be raised.
     *
     * @param logErrors log(T/F) of ordinary days, in any order
     * @param lead days ahead at which they were made, in open days, >= 1
     */
    public static double of(List<Double> logErrors, double lead) {
        int n = logErrors.size();
        if (n < 2) {
            return 0;
        }
        double mean = logErrors.stream().mapToDouble(Double::doubleValue).sum() / n;
        double squares = 0;
        for (double error : logErrors) {
            squares += (error - mean) * (error - mean);
        }
        double chance = CAUTION * squares / (n - 1) * lead / n;
        double share = mean == 0 ? 0 : Math.max(0, 1 - chance / (mean * mean));
        return Math.max(-MOST, Math.min(MOST, share * mean));
    }
}
