package io.deskpulse.bench.hotspots.looks;

import io.deskpulse.bench.hotspots.sim.Causes;
import io.deskpulse.bench.hotspots.sim.Injection;
import io.deskpulse.bench.hotspots.sim.Scenario;
import io.deskpulse.bench.hotspots.sim.Values;
import java.util.Arrays;
import java.util.List;

/** What the crossings of one method in one shop are worth, by the rules of HS-1. */
public final class Crossings {
    private static final double OPEN_HOURS = 24;
    private static final double AFTER_HOURS = 3;
    private static final double FROM_HOUR = Scenario.MEASURED_FROM * 24;

    private final List<Injection> injections;
    private final double[] last = new double[Causes.COUNT * Values.COUNT];
    private final double[] detected;
    private int falseAlarms;

    /** No crossing yet. */
    public Crossings(List<Injection> injections) {
        this.injections = injections;
        detected = new double[injections.size()];
        Arrays.fill(last, Double.NEGATIVE_INFINITY);
        Arrays.fill(detected, Double.NaN);
    }

    /** A cell crosses: an alarm of a method without an end of its own opens after 24 hours without a crossing. */
    public void cross(int number, double hour) {
        boolean opens = hour - last[number] > OPEN_HOURS;
        last[number] = hour;
        if (opens) {
            open(number, hour);
        }
        detect(number, hour);
    }

    /** An alarm opens. */
    public void open(int number, double hour) {
        if (hour >= FROM_HOUR && isFalse(number, hour)) {
            falseAlarms++;
        }
    }

    /** A crossing of the very cell of an injection finds it. */
    public void detect(int number, double hour) {
        for (int i = 0; i < injections.size(); i++) {
            Injection injection = injections.get(i);
            if (number == injection.cause() * Values.COUNT + injection.value()
                    && Double.isNaN(detected[i])
                    && hour >= injection.fromHour()
                    && hour <= injection.untilHour() + AFTER_HOURS) {
                detected[i] = hour;
            }
        }
    }

    /** Whether a cell shares no complaints with an injection that is active or ended less than a day ago. */
    public boolean isFalse(int number, double hour) {
        return injections.stream()
                .noneMatch(each -> each.shares(number / Values.COUNT, number % Values.COUNT)
                        && hour >= each.fromHour()
                        && hour <= each.untilHour() + OPEN_HOURS);
    }

    /** False alarms of the measured days. */
    public int falseAlarms() {
        return falseAlarms;
    }

    /** The hour at which an injection was found; not a number when it was not. */
    public double detected(int injection) {
        return detected[injection];
    }
}
