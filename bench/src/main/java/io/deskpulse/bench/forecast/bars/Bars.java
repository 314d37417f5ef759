package io.deskpulse.bench.forecast.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bars of acceptance, met or missed. */
public final class Bars {
    private final List<String> lines = new ArrayList<>();

    /** None yet. */
    public Bars() {}

    /** A number that must not exceed a bar, and one that is aimed at. */
    public void atMost(String what, double value, double must, double goal) {
        line(what, value, value <= must, "<= " + text(must), value <= goal, "<= " + text(goal));
    }

    /** A number that must lie around a centre, and closer is aimed at. */
    public void around(String what, double value, double centre, double must, double goal) {
        double off = Math.abs(value - centre);
        line(what, value, off <= must, text(centre) + " ± " + text(must), off <= goal, "± " + text(goal));
    }

    /** Something that holds or not. */
    public void holds(String what, boolean holds) {
        lines.add(String.format(Locale.ROOT, "%-58s %10s  %s", what, "", holds ? "met" : "MISSED"));
    }

    /** Prints all of them. */
    public void print() {
        System.out.println("\nAcceptance: must, goal");
        lines.forEach(System.out::println);
    }

    private void line(String what, double value, boolean must, String mustText, boolean goal, String goalText) {
        lines.add(String.format(
                Locale.ROOT,
                "%-58s %10s  must %-12s %-7s goal %-10s %s",
                what,
                text(value),
                mustText,
                must ? "met" : "MISSED",
                goalText,
                goal ? "met" : "missed"));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.3f" : "%.2f", value);
    }
}
