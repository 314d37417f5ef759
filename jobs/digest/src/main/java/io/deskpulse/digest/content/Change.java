package io.deskpulse.digest.content;

import io.deskpulse.metrics.defects.RateChange;

/**
 * How a rate changed.
 *
 * @param verdict DOWN, UP, NO_CHANGE or INSUFFICIENT
 * @param ratio later as a multiple of earlier; null when unknown
 * @param low lower end of its 95 % interval; null when unknown
 * @param high upper end of it; null when unknown or without bound
 */
public record Change(RateChange.Verdict verdict, Double ratio, Double low, Double high) {

    /** From the earlier to the later. */
    public static Change of(Rate earlier, Rate later) {
        RateChange change = RateChange.of(earlier.evidence(), later.evidence());
        return new Change(change.verdict(), told(change.ratio()), told(change.low()), told(change.high()));
    }

    /** Of which there is too little to say anything. */
    public static Change insufficient() {
        return new Change(RateChange.Verdict.INSUFFICIENT, null, null, null);
    }

    /** Of a ratio whose interval is known. */
    public static Change of(double ratio, double low, double high) {
        RateChange.Verdict verdict =
                high < 1 ? RateChange.Verdict.DOWN : low > 1 ? RateChange.Verdict.UP : RateChange.Verdict.NO_CHANGE;
        return new Change(verdict, told(ratio), told(low), told(high));
    }

    private static Double told(double value) {
        return Double.isFinite(value) ? (Double) (Math.round(value * 1_000) / 1_000.0) : null;
    }
}
