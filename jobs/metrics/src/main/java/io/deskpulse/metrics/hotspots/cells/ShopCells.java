package io.deskpulse.metrics.hotspots.cells;

import io.deskpulse.metrics.hotspots.evidence.Alternatives;
import io.deskpulse.metrics.hotspots.expected.RelativeRate;
import io.deskpulse.metrics.hotspots.expected.Rings;
import io.deskpulse.metrics.hotspots.expected.ShopBins;
import io.deskpulse.metrics.hotspots.expected.ShopExpectation;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * All cells of a shop: their evidence, counts and rates, what complaints add and what bins and days change.
 *
 * <p>Complaints come in the order of their time. A cell is known by its place, which may change when a day ends. Not thread-safe.
 */
public final class ShopCells {
    final ShopExpectation expectation;
    final Cells cells = new Cells();
    final ComplaintLog log = new ComplaintLog();
    final Thresholds thresholds;

    private final DayEnd dayEnd;
    private final Trail trail;
    private int[] touched = new int[16];
    private int touchedCount;

    /**
     * No cell yet.
     *
     * @param expectation of the shop
     * @param budget false alarms allowed a day, > 0
     * @param shares of the budget by dimension, each > 0
     */
    public ShopCells(ShopExpectation expectation, double budget, double[] shares) {
        this.expectation = expectation;
        thresholds = new Thresholds(expectation.reasons().size(), budget, shares.clone());
        dayEnd = new DayEnd(this);
        trail = new Trail(this);
    }

    /** How many there are. */
    public int size() {
        return cells.size();
    }

    /** The complaints of a cell, one by one. */
    public Trail trail() {
        return trail;
    }

    /** The place of a cell, or -1. */
    public int find(int reason, Dimension dimension, String value) {
        int ring = expectation.rings().find(expectation.reasons().get(reason).exposure(), dimension, value);
        return ring < 0 ? -1 : cells.find(reason, ring);
    }

    /** The reason of a cell. */
    public int reason(int cell) {
        return cells.reason[cell];
    }

    /** The code of a cell's reason. */
    public String reasonCode(int cell) {
        return expectation.reasons().get(reason(cell)).code();
    }

    /** The dimension of a cell. */
    public Dimension dimension(int cell) {
        return expectation.rings().dimension(cells.ring[cell]);
    }

    /** The value of a cell. */
    public String value(int cell) {
        return expectation.rings().value(cells.ring[cell]);
    }

    /** Units since the cell began, up to now. */
    public double units(int cell) {
        return cells.units[cell] + expectation.unitsSoFar(cells.reason[cell], cells.ring[cell], cells.unitsOfBin[cell]);
    }

    /** Units of the running bin, from exposures before it. */
    public double unitsOfBin(int cell) {
        return cells.unitsOfBin[cell];
    }

    /** The rate that its complaints are weighed against: a unit is so many expected complaints. */
    public double nullRate(int cell) {
        return cells.nullRate[cell];
    }

    /** Its rate relative to its reason's, as learned up to midnight. */
    public RelativeRate rate(int cell) {
        double alpha = expectation.spreads().alpha(cells.reason[cell], dimension(cell));
        return new RelativeRate(alpha + cells.counted[cell], alpha + cells.expected[cell]);
    }

    /** What its complaints are weighed against. */
    public Alternatives alternatives(int cell) {
        return expectation.spreads().alternatives(cells.reason[cell]);
    }

    /**
     * The size of the negative binomial distribution of its counts.
     *
     * @param mean expected complaints, > 0
     */
    public double size(int cell, double mean) {
        return expectation.spreads().size(cells.reason[cell], dimension(cell), mean);
    }

    /** ln of its evidence, now. */
    public double score(int cell) {
        double expected = Math.max(0, units(cell) - cells.unitsAtLast[cell]) * cells.nullRate[cell];
        return alternatives(cell).score(cells.evidence, cell * Alternatives.COUNT, expected);
    }

    /** The score from which on an alarm opens in a dimension today. */
    public double threshold(Dimension dimension) {
        return thresholds.logs[dimension.ordinal()];
    }

    /** Whether it has an open alarm. */
    public boolean isOpen(int cell) {
        return cells.is(cell, Cells.OPEN);
    }

    /** An alarm opens on it: from now on its days do not teach its baseline. */
    public void open(int cell) {
        cells.set(cell, Cells.OPEN | Cells.OUTBREAK, true);
    }

    /** Its alarm ends: its evidence begins again. */
    public void end(int cell) {
        cells.set(cell, Cells.OPEN, false);
        cells.clearEvidence(cell);
        cells.unitsAtLast[cell] = units(cell);
    }

    /** Its alarm ended a day ago: its days teach again. */
    public void recover(int cell) {
        cells.set(cell, Cells.OUTBREAK, cells.is(cell, Cells.OPEN));
    }

    /** How many cells were touched by complaints since {@link #forgetTouched}. */
    public int touchedCount() {
        return touchedCount;
    }

    /** One of them, in the order of their first complaint. */
    public int touched(int i) {
        return touched[i];
    }

    /** Begins a tick. */
    public void forgetTouched() {
        for (int i = 0; i < touchedCount; i++) {
            cells.set(touched[i], Cells.TOUCHED, false);
        }
        touchedCount = 0;
    }

    /** Weighs a complaint at the present position of the shop's time. */
    public void complain(Complaint complaint) {
        if (expectation.listeningSince() == ShopExpectation.NONE) {
            listen();
        }
        int entry = ComplaintLog.NONE;
        for (int d = 0; d < Dimension.COUNT; d++) {
            Dimension dimension = Dimension.of(d);
            String value = complaint.value(dimension);
            if (value == null) {
                continue;
            }
            int cell = findOrAdd(complaint.reason(), dimension, value);
            if (!log.isCounted(complaint.buyerHash(), cell, d, complaint.timeMillis())) {
                if (entry == ComplaintLog.NONE) {
                    entry = log.append(complaint.timeMillis(), complaint.buyerHash(), complaint.eventId());
                }
                count(entry, cell, d);
                thresholds.count(complaint.reason(), dimension);
                if (dimension == Dimension.SHOP) {
                    expectation.learn(complaint);
                }
            }
        }
    }

    /** Closes the running bin, at midnight the day, and begins the next, which is now. */
    public void rollBin(long nowMillis) {
        expectation.moveToEnd();
        for (int cell = 0; cell < cells.size(); cell++) {
            double units = expectation.unitsSoFar(cells.reason[cell], cells.ring[cell], cells.unitsOfBin[cell]);
            cells.units[cell] += units;
            cells.expectedToday[cell] += (float) units;
        }
        boolean midnight = expectation.closeBin();
        if (midnight) {
            dayEnd.run(nowMillis);
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            cells.unitsOfBin[cell] = expectation.unitsOfBin(cells.reason[cell], cells.ring[cell]);
        }
        if (midnight) {
            dayEnd.begin();
        }
    }

    /**
     * Tells somebody who keeps places of cells when they change.
     *
     * @param listener takes new places by old ones, -1 where a cell was dropped
     */
    public void onMove(Consumer<int[]> listener) {
        dayEnd.onMove(listener);
    }

    /** Sets who is told of the days of cells; no part of the state. */
    public void setDayListener(Consumer<CellDay> listener) {
        dayEnd.setDayListener(listener);
    }

    /** The rate to weigh against: the cell's own, and what a busy cell has of good and bad days that are no defect. */
    void setNullRate(int cell) {
        double rate = rate(cell).mean();
        double today = rate * cells.unitsOfBin[cell] * ShopBins.A_DAY;
        double kappa = expectation.spreads().kappa(cells.reason[cell], dimension(cell));
        cells.nullRate[cell] = (float) (rate * (1 + Math.sqrt(kappa) * today / (today + 2)));
    }

    int today() {
        return (int) Math.floorDiv(expectation.bin(), (long) ShopBins.A_DAY);
    }

    /** From the first complaint on silence means something, for whatever was exposed before as well. */
    private void listen() {
        expectation.listen();
        Rings rings = expectation.rings();
        for (int ring = 0; ring < rings.size(); ring++) {
            for (int reason = 0; reason < expectation.reasons().size(); reason++) {
                if (expectation.reasons().get(reason).exposure() == rings.type(ring)) {
                    begin(cells.add(reason, ring, today()));
                }
            }
        }
    }

    private int findOrAdd(int reason, Dimension dimension, String value) {
        int ring = expectation.ring(reason, dimension, value);
        int cell = cells.find(reason, ring);
        if (cell >= 0) {
            return cell;
        }
        cell = cells.add(reason, ring, today());
        double before = expectation.unitsBefore(reason, ring) - begin(cell);
        cells.set(cell, Cells.FRESH, true);
        cells.expected[cell] = (float) before;
        cells.unitsAtLast[cell] = -before;
        setNullRate(cell);
        return cell;
    }

    /** Starts a cell's sums now, in the middle of a bin; minus the units of the bin so far. */
    private double begin(int cell) {
        cells.unitsOfBin[cell] = expectation.unitsOfBin(cells.reason[cell], cells.ring[cell]);
        cells.units[cell] = -expectation.unitsSoFar(cells.reason[cell], cells.ring[cell], cells.unitsOfBin[cell]);
        cells.expectedToday[cell] = (float) cells.units[cell];
        return cells.units[cell];
    }

    private void count(int entry, int cell, int dimension) {
        double units = units(cell);
        double expected = Math.max(0, units - cells.unitsAtLast[cell]) * cells.nullRate[cell];
        alternatives(cell).complain(cells.evidence, cell * Alternatives.COUNT, expected, thresholds.cap);
        log.put(entry, dimension, cell, cells.lastEntry[cell], units);
        cells.lastEntry[cell] = entry;
        cells.unitsAtLast[cell] = units;
        cells.countedToday[cell]++;
        cells.lastDay[cell] = today();
        if (!cells.is(cell, Cells.TOUCHED)) {
            cells.set(cell, Cells.TOUCHED, true);
            touched = touchedCount < touched.length ? touched : Arrays.copyOf(touched, 2 * touchedCount);
            touched[touchedCount++] = cell;
        }
    }
}
