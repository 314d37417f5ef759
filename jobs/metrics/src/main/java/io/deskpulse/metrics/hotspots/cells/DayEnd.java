package io.deskpulse.metrics.hotspots.cells;

import io.deskpulse.metrics.hotspots.expected.RelativeRate;
import io.deskpulse.metrics.hotspots.expected.Rings;
import io.deskpulse.metrics.hotspots.expected.ShopBins;
import io.deskpulse.metrics.hotspots.expected.ShopExpectation;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.util.Arrays;
import java.util.function.Consumer;

/** What midnight does to a shop's cells: folds the day into their rates, learns, forgets, and sets the new day's rates and thresholds. */
final class DayEnd {
    private static final float DAY_DECAY = (float) Math.pow(0.5, 1.0 / 30);
    private static final int WEEK = 7;
    private static final int CELL_KEPT_DAYS = 60;
    private static final int GONE = -1;

    private final ShopCells shop;
    private Consumer<int[]> listener = moved -> {};
    private Consumer<CellDay> dayListener;

    DayEnd(ShopCells shop) {
        this.shop = shop;
    }

    void onMove(Consumer<int[]> moves) {
        listener = moves;
    }

    void setDayListener(Consumer<CellDay> days) {
        dayListener = days;
    }

    /** Ends a day; the next has begun. */
    void run(long nowMillis) {
        ShopExpectation expectation = shop.expectation;
        if (expectation.listeningSince() != ShopExpectation.NONE) {
            long days = shop.today() - Math.floorDiv(expectation.listeningSince(), (long) ShopBins.A_DAY);
            for (int cell = 0; cell < shop.cells.size(); cell++) {
                int observed = shop.cells.countedToday[cell];
                double expected = shop.rate(cell).mean() * shop.cells.expectedToday[cell];
                fold(cell, days > WEEK);
                if (dayListener != null) {
                    tell(cell, nowMillis, observed, expected);
                }
            }
            for (int reason = 0; reason < expectation.reasons().size(); reason++) {
                expectation.dispersion(reason).decay();
            }
            shop.thresholds.decay();
            if (days > 0 && days % WEEK == 0) {
                refit();
            }
        }
        expectation.refresh();
        shop.log.forget(nowMillis);
        forget();
    }

    /** Begins a day: rates and thresholds. */
    void begin() {
        Cells cells = shop.cells;
        double[] expected = new double[shop.expectation.reasons().size()];
        for (int cell = 0; cell < cells.size(); cell++) {
            shop.setNullRate(cell);
            if (shop.dimension(cell) == Dimension.SHOP) {
                expected[cells.reason[cell]] = shop.rate(cell).mean() * cells.unitsOfBin[cell] * ShopBins.A_DAY;
            }
        }
        shop.thresholds.set(expected);
    }

    /**
     * Adds a cell's day to its decayed sums, cut to what a day without a defect may bring (Farrington's down-weighting in one line).
     *
     * @param isSample whether the rates are good enough for the day to say how days scatter: not in the first week, before cells are
     *     told apart
     */
    private void fold(int cell, boolean isSample) {
        Cells cells = shop.cells;
        double units = cells.expectedToday[cell];
        RelativeRate rate = shop.rate(cell);
        double mean = rate.mean() * units;
        boolean outbreak = cells.is(cell, Cells.OUTBREAK);
        double most = outbreak ? mean : mean + 3 * Math.sqrt(1.3 * mean) + 2;
        double counted = Math.min(cells.countedToday[cell], most);
        cells.counted[cell] *= DAY_DECAY;
        cells.expected[cell] *= DAY_DECAY;
        if (units > 0) {
            // Without an expectation, as before the first delays are learned, a day's count has nothing to be compared
            // with.
            cells.counted[cell] += (float) counted;
            cells.expected[cell] += (float) units;
            if (isSample && !outbreak && !cells.is(cell, Cells.FRESH)) {
                shop.expectation.dispersion(cells.reason[cell]).add(shop.dimension(cell), counted, mean, rate.shape());
            }
        }
        cells.set(cell, Cells.FRESH, false);
        cells.countedToday[cell] = 0;
        cells.expectedToday[cell] = 0;
    }

    private void tell(int cell, long nowMillis, int observed, double expected) {
        RelativeRate rate = shop.rate(cell);
        if (!CellDay.isWorthTelling(observed, expected, rate)) {
            return;
        }
        double exposures = 0;
        for (int age = 1; age <= ShopBins.A_DAY; age++) {
            exposures += shop.expectation.rings().count(shop.cells.ring[cell], age);
        }
        dayListener.accept(new CellDay(
                shop.today() - 1,
                shop.reasonCode(cell),
                shop.dimension(cell),
                shop.value(cell),
                exposures,
                observed,
                expected,
                shop.trail().buyersAfter(cell, nowMillis - ComplaintLog.KEPT_MILLIS),
                rate));
    }

    private void refit() {
        ShopExpectation expectation = shop.expectation;
        int reasons = expectation.reasons().size();
        RelativeRate.AlphaFit[] fits = new RelativeRate.AlphaFit[reasons * Dimension.COUNT];
        Arrays.setAll(fits, i -> new RelativeRate.AlphaFit());
        Rings rings = expectation.rings();
        for (int ring = 0; ring < rings.size(); ring++) {
            for (int reason = 0; reason < reasons; reason++) {
                if (expectation.reasons().get(reason).exposure() == rings.type(ring)) {
                    add(
                            reason,
                            ring,
                            fits[
                                    reason * Dimension.COUNT
                                            + rings.dimension(ring).ordinal()]);
                }
            }
        }
        for (int i = 0; i < fits.length; i++) {
            Dimension dimension = Dimension.of(i % Dimension.COUNT);
            if (dimension != Dimension.SHOP) {
                expectation.setAlpha(i / Dimension.COUNT, dimension, fits[i].best());
            }
        }
        expectation.refitDispersions();
    }

    /** A value whose cell never saw a complaint tells as much as one that did. */
    private void add(int reason, int ring, RelativeRate.AlphaFit fit) {
        Cells cells = shop.cells;
        int cell = cells.find(reason, ring);
        if (cell >= 0) {
            fit.add(cells.counted[cell], cells.expected[cell]);
        } else {
            fit.add(0, shop.expectation.unitsBefore(reason, ring));
        }
    }

    /** Drops cells without a complaint for 60 days and rings without an exposure for 21, unless a cell needs them. */
    private void forget() {
        Cells cells = shop.cells;
        Rings rings = shop.expectation.rings();
        int[] moved = new int[cells.size()];
        int[] movedRings = new int[rings.size()];
        Arrays.fill(movedRings, GONE);
        int kept = 0;
        for (int cell = 0; cell < moved.length; cell++) {
            boolean old = shop.today() - cells.lastDay[cell] >= CELL_KEPT_DAYS;
            moved[cell] = old && !cells.is(cell, Cells.OPEN) ? GONE : kept++;
            if (moved[cell] != GONE) {
                movedRings[cells.ring[cell]] = 0;
            }
        }
        int keptRings = 0;
        for (int ring = 0; ring < movedRings.length; ring++) {
            movedRings[ring] = rings.isEmpty(ring) ? movedRings[ring] : 0;
            keptRings += movedRings[ring] == GONE ? 0 : 1;
        }
        if (kept < moved.length || keptRings < movedRings.length) {
            rings.keep(movedRings);
            cells.keep(moved, movedRings);
            shop.log.renumber(moved);
            listener.accept(moved);
        }
    }
}
