package io.deskpulse.bench.hotspots;

import io.deskpulse.bench.hotspots.Tally.Detection;
import io.deskpulse.bench.hotspots.peers.PeerDetectors;
import io.deskpulse.bench.hotspots.sim.Injection;
import io.deskpulse.bench.hotspots.sim.Scenario;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.numbers.Quantiles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Prints what was found and which bars that meets. */
final class HotspotsReport {
    private static final double[] EXTRA = {3, 6, 12, 25, 60, Double.POSITIVE_INFINITY};
    private static final double[] DRIFTED = {0, 60, 150, Double.POSITIVE_INFINITY};
    private static final double[] MULTIPLIERS = {2, 4, 8, 16, 32};
    private static final double LEAST_EXTRA = 8;
    private static final double[] FOUND_PERCENT = {12, 40, 82, 96, 99};
    private static final double[] SKU_FOUND_PERCENT = {26, 65, 98, 99, 99};
    private static final double[] DELAY_HOURS = {7.0, 6.2, 5.5, 3.5, 1.5};
    private static final double[] DRIFT_PERCENT = {45, 85, 95};
    private static final double[] DRIFT_DAYS = {14, 12, 8.5};
    private static final double BUDGET = .5;

    private final Map<Scenario, Tally> tallies;
    private final HotspotBars bars = new HotspotBars();

    HotspotsReport(Map<Scenario, Tally> tallies) {
        this.tallies = tallies;
    }

    void print() {
        System.out.println("\nFalse cell alarms a shop-day");
        tallies.forEach((scenario, tally) -> {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d shops, %.0f complaints a shop; incidents shown a shop-day %.3f false, %.3f real%n",
                    scenario,
                    tally.shops(),
                    tally.complaintsPerShop(),
                    tally.falseIncidents(),
                    tally.realIncidents());
            tally.methods().stream()
                    .filter(method -> !method.equals(Tally.CLAIRVOYANT))
                    .forEach(method ->
                            System.out.printf(Locale.ROOT, "  %-14s %8.3f%n", method, tally.falseAlarms(method)));
        });
        if (tallies.containsKey(Scenario.BURST)) {
            bursts(tallies.get(Scenario.BURST));
        }
        if (tallies.containsKey(Scenario.DRIFT)) {
            drifts(tallies.get(Scenario.DRIFT));
        }
        falseAlarmBars();
        bars.print();
    }

    private void falseAlarmBars() {
        tallies.forEach((scenario, tally) -> {
            double rate = tally.falseAlarms(Tally.OURS);
            switch (scenario) {
                case CALM -> {
                    bars.atMost("Q1 calm, false cell alarms a shop-day", rate, .45);
                    bars.atMost("Q1 calm, incidents shown a shop-day", tally.falseIncidents(), .40);
                }
                case PROMO, NO_CLUMPS, DOUBLE_CLUMPS, SHORT_HISTORY ->
                    bars.atMost("Q1 " + scenario + ", false cell alarms a shop-day", rate, BUDGET);
                default -> {}
            }
            if (scenario == Scenario.CALM && tally.methods().contains(PeerDetectors.AS_SOLD)) {
                bars.atMost("Q2 ours ÷ mean + 2σ", rate / tally.falseAlarms(PeerDetectors.AS_SOLD), 1.0 / 60);
            }
        });
    }

    private void bursts(Tally tally) {
        System.out.println("\nBursts found, percent / median delay in hours, by extra complaints expected");
        System.out.printf(Locale.ROOT, "%-14s %12s %12s %12s %12s %12s%n", "", "3-6", "6-12", "12-25", "25-60", "60+");
        for (String method : tally.methods()) {
            line(method, tally, method, each -> true);
        }
        line("SKU, ours", tally, Tally.OURS, HotspotsReport::isSku);
        line("SKU, floor", tally, Tally.CLAIRVOYANT, HotspotsReport::isSku);
        StringBuilder counts = new StringBuilder("%-14s".formatted("bursts (SKU)"));
        for (int i = 0; i + 1 < EXTRA.length; i++) {
            Predicate<Injection> stratum = extra(i);
            counts.append("%13s"
                    .formatted(tally.detections(Tally.OURS, stratum).size() + " ("
                            + tally.detections(Tally.OURS, stratum.and(HotspotsReport::isSku))
                                    .size()
                            + ")"));
        }
        System.out.println(counts);
        byMultiplier(tally);
        heads(tally);
        burstBars(tally);
    }

    private void burstBars(Tally tally) {
        for (int i = 0; i + 1 < EXTRA.length; i++) {
            String stratum =
                    EXTRA[i + 1] == Double.POSITIVE_INFINITY ? "60+" : "%.0f-%.0f".formatted(EXTRA[i], EXTRA[i + 1]);
            List<Detection> all = tally.detections(Tally.OURS, extra(i));
            List<Detection> sku = tally.detections(Tally.OURS, extra(i).and(HotspotsReport::isSku));
            bars.atLeast("Q3 found of " + stratum + " extra, %", percent(all), FOUND_PERCENT[i]);
            bars.atLeast("Q3 found of " + stratum + " extra, SKU, %", percent(sku), SKU_FOUND_PERCENT[i]);
            bars.atMost("Q4 median delay of " + stratum + " extra, h", median(all), DELAY_HOURS[i]);
        }
        Predicate<Injection> small = each -> each.extra() >= 3 && each.extra() < 12 && isSku(each);
        bars.atLeast("Q7 found of 3-12 extra, SKU, % (stretch)", percent(tally.detections(Tally.OURS, small)), 55);
    }

    private void byMultiplier(Tally tally) {
        System.out.println("By multiplier, from 8 extra complaints on");
        for (String method : List.of(Tally.OURS, Tally.CLAIRVOYANT)) {
            StringBuilder line = new StringBuilder("%-14s".formatted(method));
            for (double multiplier : MULTIPLIERS) {
                List<Detection> all = tally.detections(
                        method, each -> each.multiplier() == multiplier && each.extra() >= LEAST_EXTRA);
                line.append("%13s".formatted(text(all, 1)));
            }
            System.out.println(line);
        }
    }

    private void heads(Tally tally) {
        int right = 0;
        int all = 0;
        StringBuilder line = new StringBuilder("Heads that are the injected cell:");
        for (Dimension dimension : Dimension.values()) {
            int[] heads = tally.heads(dimension);
            right += heads[0];
            all += heads[1];
            line.append(" %s %d of %d".formatted(dimension, heads[0], heads[1]));
        }
        System.out.println(line + ", all " + right + " of " + all);
        int[] sku = tally.heads(Dimension.SKU);
        int[] shop = tally.heads(Dimension.SHOP);
        bars.atLeast("Q6 head is the injected cell, %", 100.0 * right / all, 93);
        bars.atLeast("Q6 head is the injected cell, SKU, %", 100.0 * sku[0] / sku[1], 98);
        bars.atLeast("Q7 head is the injected cell, shop, % (stretch)", 100.0 * shop[0] / shop[1], 90);
    }

    private void drifts(Tally tally) {
        System.out.println("\nDrifts found, percent / median days, by complaints in the drifted part");
        System.out.printf(Locale.ROOT, "%-14s %12s %12s %12s%n", "", "< 60", "60-150", "150+");
        for (String method : tally.methods()) {
            StringBuilder line = new StringBuilder("%-14s".formatted(method));
            for (int i = 0; i + 1 < DRIFTED.length; i++) {
                line.append("%13s".formatted(text(tally.detections(method, drifted(i)), 24)));
            }
            System.out.println(line);
        }
        for (int i = 0; i + 1 < DRIFTED.length; i++) {
            List<Detection> all = tally.detections(Tally.OURS, drifted(i));
            String stratum = "of " + List.of("< 60", "60-150", "150+").get(i) + " complaints";
            bars.atLeast("Q5 drifts found " + stratum + " (" + all.size() + "), %", percent(all), DRIFT_PERCENT[i]);
            bars.atMost("Q5 median delay " + stratum + ", days", median(all) / 24, DRIFT_DAYS[i]);
        }
    }

    private static void line(String name, Tally tally, String method, Predicate<Injection> which) {
        StringBuilder line = new StringBuilder("%-14s".formatted(name));
        for (int i = 0; i + 1 < EXTRA.length; i++) {
            line.append("%13s".formatted(text(tally.detections(method, extra(i).and(which)), 1)));
        }
        System.out.println(line);
    }

    private static Predicate<Injection> extra(int stratum) {
        return each -> each.extra() >= EXTRA[stratum] && each.extra() < EXTRA[stratum + 1];
    }

    private static Predicate<Injection> drifted(int stratum) {
        return each -> each.expected() >= DRIFTED[stratum] && each.expected() < DRIFTED[stratum + 1];
    }

    private static boolean isSku(Injection injection) {
        return injection.dimension() == Dimension.SKU;
    }

    private static String text(List<Detection> detections, double unitHours) {
        return String.format(Locale.ROOT, "%.0f/%.1f", percent(detections), median(detections) / unitHours);
    }

    private static double percent(List<Detection> detections) {
        return 100.0 * detections.stream().filter(Detection::found).count() / detections.size();
    }

    private static double median(List<Detection> detections) {
        double[] delays = detections.stream()
                .filter(Detection::found)
                .mapToDouble(Detection::delayHours)
                .toArray();
        return delays.length == 0 ? Double.NaN : Quantiles.median(delays);
    }
}
