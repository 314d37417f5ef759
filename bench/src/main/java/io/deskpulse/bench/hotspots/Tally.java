package io.deskpulse.bench.hotspots;

import io.deskpulse.bench.hotspots.looks.Crossings;
import io.deskpulse.bench.hotspots.sim.Injection;
import io.deskpulse.bench.hotspots.sim.Scenario;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What was found in the shops of a scenario. */
final class Tally {
    /** The product's name among the methods. */
    static final String OURS = "ours";

    /** The name of the floor. */
    static final String CLAIRVOYANT = "clairvoyant";

    private final Map<String, Found> byMethod = new LinkedHashMap<>();
    private final Map<Dimension, int[]> heads = new EnumMap<>(Dimension.class);
    private List<Injection> injections = List.of();
    private int shops;
    private int complaints;
    private int falseIncidents;
    private int realIncidents;

    /** One injection and when a method found it: hours after its start, not a number when it did not. */
    record Detection(Injection injection, double delayHours) {
        boolean found() {
            return !Double.isNaN(delayHours);
        }
    }

    /** What one method found. */
    private static final class Found {
        private int falseAlarms;
        private final List<Detection> detections = new ArrayList<>();
    }

    /** The next shop, and what is wrong in it. */
    void shop(List<Injection> wrong) {
        shops++;
        injections = wrong;
    }

    /** What a method found in it. */
    void add(String method, Crossings crossings) {
        found(method).falseAlarms += crossings.falseAlarms();
        for (int i = 0; i < injections.size(); i++) {
            Injection injection = injections.get(i);
            found(method).detections.add(new Detection(injection, crossings.detected(i) - injection.fromHour()));
        }
    }

    /** What the clairvoyant finds in it. */
    void clairvoyant(ToDoubleFunction<Injection> detects) {
        for (Injection injection : injections) {
            double hour = detects.applyAsDouble(injection);
            found(CLAIRVOYANT).detections.add(new Detection(injection, hour - injection.fromHour()));
        }
    }

    /** Shown incidents of it. */
    void incidents(int wrong, int right) {
        falseIncidents += wrong;
        realIncidents += right;
    }

    /** A burst was found; whether its cell leads the incident. */
    void head(Injection injection, boolean isHead) {
        int[] count = heads.computeIfAbsent(injection.dimension(), any -> new int[2]);
        count[0] += isHead ? 1 : 0;
        count[1]++;
    }

    /** Counts complaints. */
    void complaints(int more) {
        complaints += more;
    }

    /** All methods that were run. */
    List<String> methods() {
        return List.copyOf(byMethod.keySet());
    }

    int shops() {
        return shops;
    }

    double complaintsPerShop() {
        return (double) complaints / shops;
    }

    /** False cell alarms a shop-day. */
    double falseAlarms(String method) {
        return byMethod.get(method).falseAlarms / shopDays();
    }

    double falseIncidents() {
        return falseIncidents / shopDays();
    }

    double realIncidents() {
        return realIncidents / shopDays();
    }

    /** Detections of a method that a stratum takes. */
    List<Detection> detections(String method, Predicate<Injection> stratum) {
        return byMethod.get(method).detections.stream()
                .filter(each -> stratum.test(each.injection()))
                .toList();
    }

    /** Heads that are the injected cell, and bursts found, of a dimension. */
    int[] heads(Dimension dimension) {
        return heads.getOrDefault(dimension, new int[2]);
    }

    private double shopDays() {
        return (double) shops * Scenario.MEASURED_DAYS;
    }

    private Found found(String method) {
        return byMethod.computeIfAbsent(method, any -> new Found());
    }
}
