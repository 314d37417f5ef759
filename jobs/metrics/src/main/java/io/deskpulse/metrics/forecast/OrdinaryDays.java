package io.deskpulse.metrics.forecast;

import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.shape.PhaseShapes;
import io.deskpulse.metrics.forecast.shape.PooledProfile;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * A history as it would have been without events: each day divided by what its events were estimated to do to it on that very day, so that methods that
 * know nothing of events can learn from it. Tagged days, days known in part and great oddities are missing.
 */
final class OrdinaryDays {
    private static final double WHOLE = 0.98;
    private static final double GREAT = Math.log(1.5);

    private final History raw;
    private final TotalsModel totals;
    private final double[][] counts;
    private final History history;
    private final PooledProfile profiles;
    private final TreeMap<Integer, PhaseShapes> shapes = new TreeMap<>();

    OrdinaryDays(TotalsModel totals, PhaseShapes known, int lastDay) {
        this.raw = totals.layout().history();
        this.totals = totals;
        this.counts = new double[raw.days()][];
        this.history = raw.with(counts);
        this.profiles = new PooledProfile(history);
        shapes.put(-1, known);
        for (int day = 0; day <= lastDay; day++) {
            if (usable(day)) {
                counts[day] = totals.layout().eventful(day) ? withoutEvents(day) : raw.day(day);
            }
        }
    }

    /** The days without events. */
    History history() {
        return history;
    }

    /** The profile of a weekday as known on a day, shrunk where contacts are few; null when no contact is known. */
    double[] profile(int origin, int weekday) {
        return profiles.of(origin, weekday);
    }

    /** The hours of events' days as known at the end. */
    PhaseShapes shapes() {
        return shapes.lastEntry().getValue();
    }

    /** How the events of a day change its hours, as known at the end of another; 1 on ordinary days. */
    double[] phaseFactors(int origin, int day) {
        double[] product = new double[raw.slots()];
        Arrays.fill(product, 1);
        if (!totals.layout().eventful(day)) {
            return product;
        }
        PhaseShapes known = shapes.floorEntry(origin).getValue();
        for (EventPhase phase : totals.layout().phases(day)) {
            double[] factors = known.factors(phase.sort(), product.length);
            for (int slot = 0; slot < product.length; slot++) {
                product[slot] *= factors[slot];
            }
        }
        return product;
    }

    private boolean usable(int day) {
        if (!totals.layout().usable(day) || totals.exposure(day) < WHOLE) {
            return false;
        }
        if (!totals.odd(day)) {
            return true;
        }
        double expected = totals.belief(day - 1, day) == null
                ? 0
                : totals.belief(day - 1, day).mean();
        return Math.abs(Math.log(Math.max(0.5, raw.total(day))) - expected) < GREAT;
    }

    private double[] withoutEvents(int day) {
        double[] contacts = raw.day(day);
        learnShape(day, contacts);
        double[] factors = phaseFactors(day, day);
        double factor = Math.exp(totals.eventLog(day, day));
        double[] ordinary = new double[contacts.length];
        double sum = 0;
        for (int slot = 0; slot < ordinary.length; slot++) {
            ordinary[slot] = contacts[slot] / factors[slot];
            sum += Double.isNaN(ordinary[slot]) ? 0 : ordinary[slot];
        }
        double scale = sum == 0 ? 1 : raw.total(day) / factor / sum;
        for (int slot = 0; slot < ordinary.length; slot++) {
            ordinary[slot] *= scale;
        }
        return ordinary;
    }

    private void learnShape(int day, double[] contacts) {
        double[] profile = profiles.of(day - 1, raw.weekday(day));
        if (profile == null) {
            return;
        }
        PhaseShapes now = shapes.lastEntry().getValue();
        double[] ordinary = new double[contacts.length];
        for (int slot = 0; slot < ordinary.length; slot++) {
            ordinary[slot] = raw.total(day) * profile[slot];
        }
        for (EventPhase phase : totals.layout().phases(day)) {
            now = now.plus(phase.sort(), contacts, ordinary);
        }
        shapes.put(day, now);
    }
}
