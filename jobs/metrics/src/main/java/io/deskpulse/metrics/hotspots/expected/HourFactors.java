package io.deskpulse.metrics.hotspots.expected;

import java.util.Arrays;

/**
 * How a shop's complaints spread over the hours of its day: act[h] = 24 (n_h + 2) ÷ (Σn + 48), of mean 1.
 *
 * <p>Counts are added at any time and take effect at {@link #refresh}.
 */
public final class HourFactors {
    static final int HOURS = 24;

    private static final double PRIOR = 2;
    private static final long HOUR_MILLIS = ShopBins.BIN_MILLIS / ShopBins.HOURS;

    final double[] counts = new double[HOURS];
    /** The counts as of the last {@link #refresh}. */
    final double[] effective = new double[HOURS];
    /** By bin of the day and hour inside it, the part of a bin's expectation before that hour; five a bin, the last the mean factor. */
    private final double[] before = new double[ShopBins.A_DAY * (ShopBins.HOURS + 1)];

    /** Factors that begin with counts of other shops. */
    HourFactors(double[] pooled) {
        System.arraycopy(pooled, 0, counts, 0, HOURS);
        refresh();
    }

    void count(int hour) {
        counts[hour]++;
    }

    void refresh() {
        restore(counts.clone());
    }

    /** Makes counts effective. */
    void restore(double[] byHour) {
        System.arraycopy(byHour, 0, effective, 0, HOURS);
        double all = Arrays.stream(effective).sum() + HOURS * PRIOR;
        for (int bin = 0; bin < ShopBins.A_DAY; bin++) {
            double sum = 0;
            int at = bin * (ShopBins.HOURS + 1);
            for (int hour = 0; hour < ShopBins.HOURS; hour++) {
                before[at + hour] = sum;
                sum += HOURS * (effective[bin * ShopBins.HOURS + hour] + PRIOR) / all / ShopBins.HOURS;
            }
            before[at + ShopBins.HOURS] = sum;
        }
    }

    /** The part of a bin's expectation that falls before a position in it, linear inside an hour; at the bin's end its mean factor. */
    public double until(int binOfDay, long position) {
        int at = binOfDay * (ShopBins.HOURS + 1);
        if (position >= ShopBins.BIN_MILLIS) {
            return before[at + ShopBins.HOURS];
        }
        int hour = (int) (position / HOUR_MILLIS);
        double inside = (double) (position - hour * HOUR_MILLIS) / HOUR_MILLIS;
        return before[at + hour] + inside * (before[at + hour + 1] - before[at + hour]);
    }

    /** The mean factor of a bin's hours. */
    public double mean(int binOfDay) {
        return before[binOfDay * (ShopBins.HOURS + 1) + ShopBins.HOURS];
    }
}
