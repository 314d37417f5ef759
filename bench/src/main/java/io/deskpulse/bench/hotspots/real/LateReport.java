package io.deskpulse.bench.hotspots.real;

import static io.deskpulse.bench.hotspots.real.RealReport.line;

import io.deskpulse.bench.hotspots.real.LateParcels.Share;
import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints whether regions and months differ in parcels signed late by as much as a detector needs.
 *
 * <p>A cell whose rate is r times the expected gains r ln r − r + 1 of evidence an expected complaint once the time of the change and r
 * are known: no detector is faster, and the job's pays for not knowing them besides.
 */
final class LateReport {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LEAST_PARCELS = 50;
    private static final int MOST_REGIONS = 8;
    private static final double PERCENT = 100;

    private final LateParcels parcels;
    private final String shopId;
    private final ZoneId zone;
    private final Share all;

    LateReport(LateParcels parcels, String shopId, ZoneId zone) {
        this.parcels = parcels;
        this.shopId = shopId;
        this.zone = zone;
        all = parcels.all(shopId);
    }

    /**
     * Prints it, when there are late parcels and reviews of them.
     *
     * @param threshold the highest ln A of regions
     * @param alarms that rang, in the order of their opening
     */
    void print(double threshold, Collection<AlarmRow> alarms) {
        if (all.reviewsLate == 0 || all.reviewsInTime == 0) {
            return;
        }
        line(
                "\nParcels signed after they were due: %d of %d (%.1f %%); bad reviews %.1f %% of theirs (%d), %.1f %% of the others (%d)",
                all.late,
                all.parcels,
                PERCENT * all.late(),
                PERCENT * all.badLate(),
                all.reviewsLate,
                PERCENT * all.badInTime(),
                all.reviewsInTime);
        line(
                "\n%-8s %8s %7s %13s %11s %7s %12s %14s %12s",
                "",
                "parcels",
                "late %",
                "bad reviews ×",
                "worst month",
                "late %",
                "usually bad",
                "bad reviews ×",
                "days needed");
        row("all", null, all, threshold);
        List<Map.Entry<String, Share>> regions = parcels.byRegion(shopId).entrySet().stream()
                .sorted(Comparator.comparingInt(each -> -each.getValue().parcels))
                .limit(MOST_REGIONS)
                .toList();
        regions.forEach(each -> row(each.getKey(), each.getKey(), each.getValue(), threshold));
        incidents(alarms);
    }

    private void incidents(Collection<AlarmRow> alarms) {
        Map<String, Instant> opened = new LinkedHashMap<>();
        alarms.forEach(row -> opened.putIfAbsent(row.incidentId(), Instant.ofEpochMilli(row.openedAtMillis())));
        int days = 0;
        int lateDays = 0;
        for (Instant day = parcels.firstSigned(shopId); day.isBefore(parcels.lastSigned(shopId)); day = day.plus(DAY)) {
            days++;
            lateDays += isLate(day) ? 1 : 0;
        }
        line(
                "\n%d of %d incidents opened when more parcels than usual had been late for two weeks, as they had on %d of %d days",
                opened.values().stream().filter(this::isLate).count(), opened.size(), lateDays, days);
    }

    private boolean isLate(Instant at) {
        Share before = parcels.signedIn(shopId, at.minus(RealReport.BEFORE), at);
        return before.parcels > 0 && before.late() > all.late();
    }

    private void row(String name, String region, Share share, double threshold) {
        Map.Entry<YearMonth, Share> worst = parcels.byMonth(shopId, region, zone).entrySet().stream()
                .filter(month -> month.getValue().parcels >= LEAST_PARCELS)
                .max(Comparator.comparingDouble(month -> month.getValue().late()))
                .orElse(null);
        if (worst == null || share.parcels == 0) {
            return;
        }
        Share then = worst.getValue();
        double usual = then.parcels * all.reviewed() * badIf(share.late());
        double rise = badIf(then.late()) / badIf(share.late());
        line(
                "%-8s %8d %7.1f %13.2f %11s %7.1f %12.1f %14.2f %12s",
                name,
                share.parcels,
                PERCENT * share.late(),
                badIf(share.late()) / badIf(all.late()),
                worst.getKey(),
                PERCENT * then.late(),
                usual,
                rise,
                needed(rise, usual / worst.getKey().lengthOfMonth(), threshold));
    }

    /** The share of bad reviews where so many parcels are late. */
    private double badIf(double late) {
        return late * all.badLate() + (1 - late) * all.badInTime();
    }

    private static String needed(double rise, double usualPerDay, double threshold) {
        double gain = rise * Math.log(rise) - rise + 1;
        return rise <= 1 ? "never" : "%.0f".formatted(threshold / gain / usualPerDay);
    }
}
