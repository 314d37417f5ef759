package io.deskpulse.dashboards.lint;

import java.util.ArrayList;
import java.util.List;

/** What the rules found wrong, each with the place it is at. */
public final class Findings {
    private final String place;
    private final List<String> found;

    private Findings(String place, List<String> found) {
        this.place = place;
        this.found = found;
    }

    /** Nothing yet. */
    public static Findings none() {
        return new Findings("", new ArrayList<>());
    }

    /** The same findings; what is added by the result lies at a place within this one. */
    Findings at(String inner) {
        return new Findings(place.isEmpty() ? inner : place + ", " + inner, found);
    }

    void unless(boolean right, String rule) {
        if (!right) {
            found.add(place + ": " + rule);
        }
    }

    /** All of them, in the order found. */
    public List<String> list() {
        return List.copyOf(found);
    }
}
