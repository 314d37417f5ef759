package io.deskpulse.metrics.planning;

import io.deskpulse.metrics.queueing.GainCurve;
import io.deskpulse.metrics.staffing.Shrinkage;
import java.util.Arrays;

/**
 * What an interval brings, and how it is handled.
 *
 * @param mean contacts expected
 * @param quantiles of the contacts, by level of {@code Levels}
 * @param handleSeconds mean handle time, seconds
 * @param curve handle time by concurrency; of one value for calls
 * @param patienceSeconds mean patience; NaN when nobody is taken to leave
 * @param shrinkage of the interval
 */
public record Demand(
        double mean,
        double[] quantiles,
        double handleSeconds,
        GainCurve curve,
        double patienceSeconds,
        Shrinkage shrinkage) {
    /** The same with contacts that come over from the interval before. */
    public Demand plus(double contacts) {
        return new Demand(
                mean + contacts,
                Arrays.stream(quantiles).map(each -> each + contacts).toArray(),
                handleSeconds,
                curve,
                patienceSeconds,
                shrinkage);
    }
}
