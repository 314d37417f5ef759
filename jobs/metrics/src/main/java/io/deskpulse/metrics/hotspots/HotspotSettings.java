package io.deskpulse.metrics.hotspots;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Reason;
import io.deskpulse.metrics.numbers.Checks;
import java.io.Serializable;
import java.util.List;

/**
 * What somebody may decide about hotspots; the rest are constants beside what they are of.
 *
 * @param reasons the taxonomy, which only grows at its end
 * @param falseAlarmsPerShopDay B: false cell alarms a shop and day that are allowed, > 0
 * @param shares of B by {@link Dimension}'s ordinal, each above 0; those of dimensions that a shop does not have go to the others
 */
public record HotspotSettings(List<Reason> reasons, double falseAlarmsPerShopDay, List<Double> shares)
        implements Serializable {
    /** B when nobody decides. */
    public static final double DEFAULT_FALSE_ALARMS_PER_SHOP_DAY = 0.5;

    /** The largest number of reasons. */
    public static final int MOST_REASONS = 120;

    private static final List<Double> DEFAULT_SHARES = List.of(.6, .1, .1, .1, .1);

    /** Checks the ranges. */
    public HotspotSettings {
        reasons = List.copyOf(reasons);
        shares = List.copyOf(shares);
        Checks.positive("falseAlarmsPerShopDay", falseAlarmsPerShopDay);
        if (reasons.isEmpty() || reasons.size() > MOST_REASONS) {
            throw new IllegalArgumentException("reasons must be 1 to " + MOST_REASONS + ", got " + reasons.size());
        }
        if (shares.size() != Dimension.COUNT) {
            throw new IllegalArgumentException("shares must be " + Dimension.COUNT + ", got " + shares.size());
        }
        shares.forEach(share -> Checks.ratioAboveZero("share", share));
    }

    /** The defaults. */
    public static HotspotSettings of(List<Reason> reasons) {
        return new HotspotSettings(reasons, DEFAULT_FALSE_ALARMS_PER_SHOP_DAY, DEFAULT_SHARES);
    }

    /** The same with another budget. */
    public HotspotSettings withFalseAlarmsPerShopDay(double budget) {
        return new HotspotSettings(reasons, budget, shares);
    }
}
