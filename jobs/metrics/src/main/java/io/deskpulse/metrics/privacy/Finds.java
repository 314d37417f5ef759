package io.deskpulse.metrics.privacy;

import java.util.TreeMap;

/** Stretches of a text that are to be taken out, each with the label that takes its place; none overlaps another. */
final class Finds {
    private final TreeMap<Integer, Find> byStart = new TreeMap<>();

    private record Find(int end, String label) {}

    /** Notes a stretch; does nothing where one was noted before. */
    void add(int start, int end, String label) {
        if (start < end && !overlaps(start, end)) {
            byStart.put(start, new Find(end, label));
        }
    }

    boolean isEmpty() {
        return byStart.isEmpty();
    }

    private boolean overlaps(int start, int end) {
        var before = byStart.lowerEntry(end);
        return before != null && before.getValue().end() > start;
    }

    /** The text without the stretches. */
    String takenOutOf(String text, ShadowText shadow) {
        StringBuilder left = new StringBuilder(text.length());
        int[] at = {0};
        byStart.forEach((start, find) -> {
            left.append(text, at[0], shadow.placeOf(start)).append(find.label());
            at[0] = shadow.placeOf(find.end());
        });
        return left.append(text, at[0], text.length()).toString();
    }
}
