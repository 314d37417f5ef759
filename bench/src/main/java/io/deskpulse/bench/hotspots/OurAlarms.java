package io.deskpulse.bench.hotspots;

import io.deskpulse.bench.hotspots.looks.Crossings;
import io.deskpulse.bench.hotspots.looks.Looks;
import io.deskpulse.bench.hotspots.sim.Causes;
import io.deskpulse.bench.hotspots.sim.Injection;
import io.deskpulse.bench.hotspots.sim.Scenario;
import io.deskpulse.bench.hotspots.sim.Values;
import io.deskpulse.bench.hotspots.sim.World;
import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The alarms and incidents of the product in one made-up shop. */
final class OurAlarms {
    private static final double FROM_HOUR = Scenario.MEASURED_FROM * 24;
    private static final double AFTER_HOURS = 3;

    final Crossings crossings;
    private final World world;
    private final List<AlarmRow> rows = new ArrayList<>();

    OurAlarms(World world) {
        this.world = world;
        crossings = new Crossings(world.injections());
    }

    /** Judges the cells of a tick as the product does. */
    void tick(Looks looks) {
        for (int i = 0; i < looks.size(); i++) {
            int cell = looks.cell(i);
            boolean crosses = looks.hasBuyers(i)
                    && looks.shop().score(cell)
                            >= looks.shop().threshold(looks.shop().dimension(cell));
            if (crosses) {
                crossings.detect(looks.number(i), looks.hour());
            }
        }
    }

    /** Takes a row. */
    void row(AlarmRow row) {
        rows.add(row);
        if (row.version() == 0) {
            crossings.open(number(row.reason(), row.dimension(), row.value()), World.hour(row.openedAtMillis()));
        }
    }

    /** Tells shown incidents, and heads of bursts that were found. */
    void addTo(Tally tally) {
        Set<String> seen = new HashSet<>();
        Set<String> real = new HashSet<>();
        for (AlarmRow row : rows) {
            double opened = World.hour(row.openedAtMillis());
            if (row.version() == 0 && opened >= FROM_HOUR) {
                seen.add(row.incidentId());
                if (!crossings.isFalse(number(row.reason(), row.dimension(), row.value()), opened)) {
                    real.add(row.incidentId());
                }
            }
        }
        tally.incidents(seen.size() - real.size(), real.size());
        for (int i = 0; i < world.injections().size(); i++) {
            Injection injection = world.injections().get(i);
            if (!injection.isDrift() && !Double.isNaN(crossings.detected(i))) {
                tally.head(injection, isHead(injection));
            }
        }
    }

    /** Whether the alarm of the very cell leads its incident in the last version by three hours after the end. */
    private boolean isHead(Injection injection) {
        boolean head = false;
        for (AlarmRow row : rows) {
            double updated = World.hour(row.updatedAtMillis());
            boolean same = number(row.reason(), row.dimension(), row.value())
                    == injection.cause() * Values.COUNT + injection.value();
            if (same && updated >= injection.fromHour() && updated <= injection.untilHour() + AFTER_HOURS) {
                head = row.headDimension() == row.dimension() && row.headValue().equals(row.value());
            }
        }
        return head;
    }

    private static int number(String reason, Dimension dimension, String value) {
        int cause = Causes.valueOf(reason.toUpperCase(Locale.ROOT)).ordinal();
        return cause * Values.COUNT + Values.number(dimension, value);
    }
}
