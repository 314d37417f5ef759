package io.deskpulse.bench.hotspots.real;

import io.deskpulse.bench.hotspots.real.RealShop.Cell;
import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.cells.CellDay;
import io.deskpulse.schemas.EventStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Prints what files hold, what rang on them and why, and what is bad without ringing. */
final class RealReport {
    private static final int MOST_CELLS = 12;
    private static final int BUYERS = 3;

    /** Whose parcels may have led to a complaint. */
    static final Duration BEFORE = Duration.ofDays(14);

    private final LateParcels parcels;
    private final ZoneId zone;

    RealReport(LateParcels parcels, ZoneId zone) {
        this.parcels = parcels;
        this.zone = zone;
    }

    /** Events, and what their claims were mapped to. */
    void read(FileEvents events, ToldShops told) {
        for (Map.Entry<EventStream, Integer> each : events.events.entrySet()) {
            line("%s: %,d events", each.getKey(), each.getValue());
        }
        line("\nWhat complains, by source and reason    bundled words    and these");
        events.claims.forEach((reason, counts) -> line("  %-36s %14d %12d", reason, counts[0], counts[1]));
        told.counters.forEach((counter, count) -> line("%s: %d", counter, count));
    }

    /** A shop. */
    void shop(String shopId, RealShop shop) {
        line("\nShop %s, %.0f days", shopId, shop.days);
        line("\nExposures                 count    values");
        shop.exposures.forEach((name, counts) -> line("  %-20s %,8d %,9d", name, counts[0], counts[1]));
        int all = shop.complaints.values().stream().mapToInt(Integer::intValue).sum();
        line("\nComplaints, once per order, reason and SKU: %,d, %.2f a day", all, all / shop.days);
        shop.complaints.forEach((reason, count) -> line("  %-20s %,8d", reason, count));
        alarms(shopId, shop);
        looks(shop);
        bad(shop);
    }

    private void alarms(String shopId, RealShop shop) {
        Set<String> incidents = new HashSet<>();
        shop.alarms.values().forEach(row -> incidents.add(row.incidentId()));
        line("\nAlarms: %d in %d incidents", shop.alarms.size(), incidents.size());
        shop.alarms.values().forEach(row -> alarm(shopId, row));
    }

    private void alarm(String shopId, AlarmRow row) {
        boolean isHead =
                row.headDimension() == row.dimension() && row.headValue().equals(row.value());
        line(
                "  %s %s %s%s%s",
                day(row.openedAtMillis()),
                new Cell(row.reason(), row.dimension(), row.value()).name(),
                row.kind(),
                isHead ? ", head of its incident" : "",
                row.isLearning() ? ", shop still learning" : "");
        line(
                "    %d seen of %d buyers since %s, %.2f expected, ratio %.1f (%.1f to %.1f), score %.1f of %.1f",
                row.observed(),
                row.buyers(),
                day(row.firstSeenAtMillis()),
                row.expected(),
                row.ratio(),
                row.ratioLow(),
                row.ratioHigh(),
                row.score(),
                row.threshold());
        Instant opened = Instant.ofEpochMilli(row.openedAtMillis());
        LateParcels.Share before = parcels.signedIn(shopId, opened.minus(BEFORE), opened);
        if (before.parcels > 0) {
            line(
                    "    of %d parcels signed in the two weeks before %.1f %% were late",
                    before.parcels, 100 * before.late());
        }
    }

    private static void looks(RealShop shop) {
        line("\nCells with enough evidence, and those that had three buyers in 24 hours besides");
        shop.looks.forEach((dimension, looks) -> line(
                "  %-12s %4d %4d; the nearest %+.1f of its threshold; ln A at most %.1f",
                dimension, looks.enough.size(), looks.withBuyers.size(), looks.nearest, looks.threshold));
    }

    private static void bad(RealShop shop) {
        List<Map.Entry<Cell, CellDay>> bad = shop.bad.entrySet().stream()
                .sorted(Comparator.comparingDouble(each -> -each.getValue().rateLow()))
                .toList();
        long shown =
                bad.stream().filter(each -> each.getValue().buyers() >= BUYERS).count();
        line(
                "\nBad against their peers, on the day when that was surest: %d cells, %d of three buyers in a week",
                bad.size(), shown);
        for (Map.Entry<Cell, CellDay> each : bad.subList(0, Math.min(MOST_CELLS, bad.size()))) {
            CellDay day = each.getValue();
            line(
                    "  %s %s: %d buyers in a week, rate %.1f times its reason's, surely %.1f",
                    LocalDate.ofEpochDay(day.epochDay()),
                    each.getKey().name(),
                    day.buyers(),
                    day.rate().mean(),
                    day.rateLow());
        }
    }

    private LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    static void line(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
