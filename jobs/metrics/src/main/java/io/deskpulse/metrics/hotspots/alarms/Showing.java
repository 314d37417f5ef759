package io.deskpulse.metrics.hotspots.alarms;

import io.deskpulse.metrics.binary.LongSet;
import io.deskpulse.metrics.hotspots.cells.ShopCells;
import io.deskpulse.metrics.hotspots.cells.Trail;
import io.deskpulse.metrics.hotspots.evidence.UpperTail;
import io.deskpulse.metrics.hotspots.facts.Reason;
import io.deskpulse.metrics.numbers.GammaDistribution;
import java.util.ArrayList;
import java.util.List;

/** What an alarm shows; none of it decides anything. */
final class Showing {
    private static final long HOUR_MILLIS = 3_600_000L;
    private static final long[] WINDOWS_MILLIS = {HOUR_MILLIS, 6 * HOUR_MILLIS, 24 * HOUR_MILLIS};
    private static final int MOST_EVENTS = 20;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final ShopCells cells;
    private final List<Reason> reasons;

    Showing(ShopCells cells, List<Reason> reasons) {
        this.cells = cells;
        this.reasons = reasons;
    }

    /** Looks at the alarm's cell now. */
    void refresh(OpenAlarm alarm, long nowMillis) {
        Trail trail = cells.trail();
        int cell = alarm.cell;
        Trail.Run run = trail.run(cell, nowMillis);
        LongSet buyers = new LongSet();
        List<String> events = new ArrayList<>(Math.min(run.count(), MOST_EVENTS));
        int entry = trail.last(cell);
        for (int i = 0; i < run.count(); i++) {
            buyers.add(trail.buyer(entry));
            if (i < MOST_EVENTS) {
                events.add(trail.event(entry));
            }
            entry = trail.before(cell, entry);
        }
        alarm.firstSeenAtMillis = run.sinceMillis();
        alarm.observed = run.count();
        alarm.buyers = buyers.size();
        alarm.expected = run.expected();
        alarm.score = cells.score(cell);
        alarm.threshold = cells.threshold(cells.dimension(cell));
        alarm.eventIds = List.copyOf(events);
        chooseWindow(alarm, nowMillis);
    }

    /** The alarm as its present version says. */
    AlarmRow row(OpenAlarm alarm, boolean isLearning, long nowMillis, long endedAtMillis) {
        GammaDistribution ratio = new GammaDistribution(0.5 + alarm.observed, 0.5 + alarm.expected);
        return new AlarmRow(
                reasons.get(cells.reason(alarm.cell)).code(),
                cells.dimension(alarm.cell),
                cells.value(alarm.cell),
                alarm.openedAtMillis,
                alarm.version,
                alarm.incident.id,
                alarm.incident.explainingDimension,
                alarm.incident.explainingValue,
                alarm.kind,
                endedAtMillis == AlarmRow.NOT_ENDED,
                isLearning,
                nowMillis,
                endedAtMillis,
                alarm.firstSeenAtMillis,
                alarm.observed,
                alarm.buyers,
                alarm.expected,
                ratio.shape() / ratio.rate(),
                ratio.quantile(LOW),
                ratio.quantile(HIGH),
                alarm.score,
                alarm.threshold,
                alarm.windowMillis,
                alarm.evidence,
                alarm.campaign,
                alarm.eventIds);
    }

    private void chooseWindow(OpenAlarm alarm, long nowMillis) {
        int cell = alarm.cell;
        double least = Double.POSITIVE_INFINITY;
        for (long window : WINDOWS_MILLIS) {
            double mean = cells.trail().expectedSince(cell, nowMillis - window, nowMillis);
            int count = cells.trail().countAfter(cell, nowMillis - window);
            double size = cells.size(cell, Math.max(mean, Double.MIN_NORMAL));
            double tail = UpperTail.log(count, size, mean);
            if (tail < least) {
                least = tail;
                alarm.windowMillis = window;
            }
        }
        alarm.evidence = -least / Math.log(10);
    }
}
