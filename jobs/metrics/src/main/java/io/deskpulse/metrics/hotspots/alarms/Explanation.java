package io.deskpulse.metrics.hotspots.alarms;

import io.deskpulse.metrics.hotspots.cells.ShopCells;
import io.deskpulse.metrics.hotspots.cells.Trail;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;

/**
 * How much of one cell's alarm another cell leaves unexplained.
 *
 * <p>residual(c | h) = ev(n_c, Λ_c + add) over c's run. n_ch complaints are in both; of Λ_ch = Λ_c Λ_h ÷ Λ_shop that were expected
 * there, at most all of either. A broad h, most of which lies outside c, adds by the ratio it shows outside: max(0, (n_h − n_ch)/(Λ_h
 * − Λ_ch) − 1) Λ_ch; a narrow one what it puts into c beyond its expectation: max(0, n_ch − Λ_ch). Two values of one dimension share
 * nothing, and neither explains the other.
 *
 * @see "docs/decisions/0024-hotspots-on-the-clock-of-complaints.md"
 */
final class Explanation {
    /** A residual below it is explained. */
    static final double EXPLAINED = 3;

    /** From the finest dimension to the broadest, by {@link Dimension}'s ordinal. */
    private static final int[] BREADTH = {0, 3, 2, 1, 4};

    private final ShopCells cells;

    Explanation(ShopCells cells) {
        this.cells = cells;
    }

    /** Whether two cells of a reason can have complaints in common. */
    boolean mayExplain(int a, int b) {
        return cells.dimension(a) != cells.dimension(b);
    }

    /** What h leaves unexplained of c, now; they may explain each other. */
    double residual(int c, int h, long nowMillis) {
        Trail trail = cells.trail();
        Trail.Run run = trail.run(c, nowMillis);
        double ofC = run.expected();
        double ofH = trail.expectedSince(h, run.sinceMillis(), nowMillis);
        double ofBoth = inBoth(c, h, run, ofH, nowMillis);
        int countOfH = trail.countAfter(h, run.sinceMillis() - 1);
        int countOfBoth = 0;
        int entry = trail.last(c);
        for (int i = 0; i < run.count(); i++) {
            countOfBoth += trail.isIn(entry, h) ? 1 : 0;
            entry = trail.before(c, entry);
        }
        double outside = ofH - ofBoth;
        double add = outside > ofH / 2
                ? Math.max(0, (countOfH - countOfBoth) / outside - 1) * ofBoth
                : Math.max(0, countOfBoth - ofBoth);
        return cells.alternatives(c).evidence(run.count(), ofC + add);
    }

    /** Whether the cell a is finer than b. */
    boolean isFiner(int a, int b) {
        return BREADTH[cells.dimension(a).ordinal()]
                < BREADTH[cells.dimension(b).ordinal()];
    }

    private double inBoth(int c, int h, Trail.Run run, double ofH, long nowMillis) {
        int shop = cells.find(cells.reason(c), Dimension.SHOP, Complaint.WHOLE_SHOP);
        double ofShop = cells.trail().expectedSince(shop, run.sinceMillis(), nowMillis);
        double least = Math.min(run.expected(), ofH);
        return ofShop > 0 ? Math.min(least, run.expected() * ofH / ofShop) : least;
    }
}
