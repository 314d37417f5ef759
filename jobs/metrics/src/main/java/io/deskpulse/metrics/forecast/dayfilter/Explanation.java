package io.deskpulse.metrics.forecast.dayfilter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A day's forecast taken apart into factors that multiply to it.
 *
 * @param level contacts of an average day
 * @param weekday factor
 * @param calendar factor of closed neighbours and the position in the month
 * @param events factor of each phase that the day lies in, by kind and phase
 */
public record Explanation(double level, double weekday, double calendar, Map<String, Double> events) {
    /** Copies the map, keeping its order. */
    public Explanation {
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
    }

    /** The day's contacts: the product of all factors. */
    public double product() {
        double product = level * weekday * calendar;
        for (double factor : events.values()) {
            product *= factor;
        }
        return product;
    }

    /** From the state's means; what the level lost on the way to the target is in the level. */
    static Explanation of(StateLayout layout, double[] means, int target, double log) {
        Terms terms = layout.terms(target);
        double weekday = 0;
        double calendar = 0;
        double total = 0;
        Map<String, Double> events = new LinkedHashMap<>();
        for (int i = 0; i < terms.states().length; i++) {
            int state = terms.states()[i];
            double part = terms.weights()[i] * means[state];
            if (state >= StateLayout.EVENTS) {
                events.merge(layout.effects().get(state - StateLayout.EVENTS).sort(), part, Double::sum);
                total += part;
            } else if (state >= StateLayout.WEEKDAYS && state < StateLayout.CLOSED) {
                weekday += part;
                total += part;
            } else if (state >= StateLayout.CLOSED && state < StateLayout.LEVEL) {
                calendar += part;
                total += part;
            }
        }
        events.replaceAll((name, part) -> Math.exp(part));
        return new Explanation(Math.exp(log - total), Math.exp(weekday), Math.exp(calendar), events);
    }
}
