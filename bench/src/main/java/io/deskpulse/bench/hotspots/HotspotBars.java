package io.deskpulse.bench.hotspots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bars of acceptance, met or missed; a number that is none, as of no burst at all, misses. */
final class HotspotBars {
    private final List<String> lines = new ArrayList<>();

    void atMost(String what, double value, double bar) {
        line(what, value, "<=", bar, value <= bar);
    }

    void atLeast(String what, double value, double bar) {
        line(what, value, ">=", bar, value >= bar);
    }

    void print() {
        System.out.println("\nAcceptance");
        lines.forEach(System.out::println);
    }

    private void line(String what, double value, String relation, double bar, boolean met) {
        lines.add(String.format(
                Locale.ROOT, "%-58s %9.4g  %s %-8.4g %s", what, value, relation, bar, met ? "met" : "MISSED"));
    }
}
