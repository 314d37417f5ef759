package io.deskpulse.bench.hotspots.real;

import io.deskpulse.metrics.hotspots.ShopHotspots;
import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.cells.CellDay;
import io.deskpulse.metrics.hotspots.cells.ShopCells;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.Reason;
import io.deskpulse.metrics.hotspots.facts.Signal;
import io.deskpulse.streaming.hotspots.detection.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A shop through the job's detector, and what it did there. */
final class RealShop {
    private static final long DAY_MILLIS = 86_400_000L;

    /** A reason and a value. */
    record Cell(String reason, Dimension dimension, String value) {
        String name() {
            return reason + " " + dimension + (value.isEmpty() ? "" : " " + value);
        }
    }

    /** The best look at cells of a dimension: how often one had enough evidence, and how often three buyers in 24 hours besides. */
    static final class Looks {
        final Set<Cell> enough = new HashSet<>();
        final Set<Cell> withBuyers = new HashSet<>();
        double nearest = Double.NEGATIVE_INFINITY;
        /** The highest there was. */
        double threshold;
    }

    /** Last versions of alarms, in the order of their opening. */
    final Map<String, AlarmRow> alarms = new LinkedHashMap<>();

    /** Of each cell that was ever surely twice as bad as its reason, the day when that was surest. */
    final Map<Cell, CellDay> bad = new LinkedHashMap<>();

    final Map<Dimension, Looks> looks = new EnumMap<>(Dimension.class);

    /** Complaints by reason. */
    final Map<String, Integer> complaints = new TreeMap<>();

    /** Exposures by type and dimension, and how many values they have. */
    final Map<String, int[]> exposures = new TreeMap<>();

    double days;

    /** Runs a shop from its first signal to its last. */
    static RealShop run(String shopId, List<Signal> signals, Detection detection) {
        RealShop shop = new RealShop();
        ShopHotspots detector = detection.begin(shopId);
        detector.setTickListener(shop::looked);
        detector.cells().setDayListener(shop::day);
        shop.tell(signals, detection.settings().reasons());
        signals.forEach(detector::take);
        detector.finish(row ->
                shop.alarms.put(row.reason() + row.dimension() + row.value() + "\0" + row.openedAtMillis(), row));
        return shop;
    }

    private void tell(List<Signal> signals, List<Reason> reasons) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (Signal signal : signals) {
            if (signal instanceof Exposure of) {
                String key = of.type() + " " + of.dimension();
                values.computeIfAbsent(key, any -> new HashSet<>()).add(of.value());
                exposures.computeIfAbsent(key, any -> new int[2])[0] += of.count();
            } else if (signal instanceof Complaint complaint) {
                complaints.merge(reasons.get(complaint.reason()).code(), 1, Integer::sum);
            }
        }
        values.forEach((key, known) -> exposures.get(key)[1] = known.size());
        List<Signal> ordered = new ArrayList<>(signals);
        ordered.sort(Comparator.comparingLong(Signal::timeMillis));
        long first = ordered.get(0).timeMillis();
        days = (ordered.get(ordered.size() - 1).timeMillis() - first) / (double) DAY_MILLIS;
    }

    private void looked(long endMillis, ShopCells cells) {
        for (int i = 0; i < cells.touchedCount(); i++) {
            int at = cells.touched(i);
            Dimension dimension = cells.dimension(at);
            Cell cell = new Cell(cells.reasonCode(at), dimension, cells.value(at));
            Looks of = looks.computeIfAbsent(dimension, any -> new Looks());
            double threshold = cells.threshold(dimension);
            double above = cells.score(at) - threshold;
            of.threshold = Math.max(of.threshold, threshold);
            boolean threeBuyers = cells.trail().hasAfter(at, endMillis - DAY_MILLIS, 3);
            of.nearest = Math.max(of.nearest, above);
            if (above >= 0) {
                of.enough.add(cell);
            }
            if (above >= 0 && threeBuyers) {
                of.withBuyers.add(cell);
            }
        }
    }

    private void day(CellDay day) {
        if (day.rate().mean() >= CellDay.BAD_FROM && day.rateLow() >= CellDay.BAD_FROM) {
            Cell cell = new Cell(day.reason(), day.dimension(), day.value());
            bad.merge(cell, day, (known, other) -> other.rateLow() > known.rateLow() ? other : known);
        }
    }
}
