package io.deskpulse.metrics.hotspots.alarms;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow.Kind;
import io.deskpulse.metrics.hotspots.cells.ShopCells;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The alarms of a shop: opened, updated and ended at the ends of ticks, and grouped into incidents under the cell that explains them.
 *
 * <p>Rows of a tick come in the order in which their alarms opened. Not thread-safe.
 */
public final class ShopAlarms {
    /** Different buyers that an alarm needs, and within which time. */
    private static final int LEAST_BUYERS = 3;

    private static final long HOUR_MILLIS = 3_600_000L;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
    private static final long LONGEST_LOOK_BACK_MILLIS = 7 * DAY_MILLIS;
    private static final double QUIET_BELOW = 1.1;
    private static final int QUIET_HOURS = 6;

    final List<OpenAlarm> open = new ArrayList<>();
    final List<Incident> incidents = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();

    private final ShopCells cells;
    private final Map<Integer, OpenAlarm> byCell = new HashMap<>();
    private final List<Reason> reasons;
    private final Showing showing;
    private final Explanation explanation;
    private List<Campaign> campaigns = List.of();

    /** A cell whose alarm ended within the last day. */
    record Ended(int cell, long atMillis) {}

    /** No alarm yet. */
    public ShopAlarms(ShopCells cells, List<Reason> reasons) {
        this.cells = cells;
        this.reasons = reasons;
        showing = new Showing(cells, reasons);
        explanation = new Explanation(cells);
        cells.onMove(this::renumber);
    }

    /** Sets the calendar; the first campaign that runs is told. */
    public void setCampaigns(List<Campaign> calendar) {
        campaigns = List.copyOf(calendar);
    }

    /** How many are open. */
    public int openCount() {
        return open.size();
    }

    /** Judges the cells touched in a tick at its end, and once an hour whether alarms have ended. */
    public void judge(long nowMillis, boolean isLearning, Consumer<AlarmRow> rows) {
        for (int i = 0; i < cells.touchedCount(); i++) {
            judge(cells.touched(i), nowMillis);
        }
        if (nowMillis % HOUR_MILLIS == 0) {
            for (OpenAlarm alarm : List.copyOf(open)) {
                alarm.quietHours = isQuiet(alarm, nowMillis) ? alarm.quietHours + 1 : 0;
                if (alarm.quietHours == QUIET_HOURS) {
                    end(alarm, nowMillis, isLearning, rows);
                }
            }
        }
        for (OpenAlarm alarm : open) {
            if (alarm.isChanged) {
                alarm.isChanged = false;
                alarm.version++;
                rows.accept(showing.row(alarm, isLearning, nowMillis, AlarmRow.NOT_ENDED));
            }
        }
    }

    /** Lets days teach again the cells whose alarms ended a day ago. */
    public void recover(long nowMillis) {
        ended.removeIf(each -> {
            boolean recovered = each.atMillis <= nowMillis - DAY_MILLIS;
            if (recovered
                    && ended.stream().noneMatch(other -> other.cell == each.cell && other.atMillis > each.atMillis)) {
                cells.recover(each.cell);
            }
            return recovered;
        });
    }

    private void judge(int cell, long nowMillis) {
        boolean crosses = cells.score(cell) >= cells.threshold(cells.dimension(cell))
                && cells.trail().hasAfter(cell, nowMillis - DAY_MILLIS, LEAST_BUYERS);
        OpenAlarm alarm = byCell.get(cell);
        if (alarm == null && crosses) {
            alarm = open(cell, nowMillis);
        }
        if (alarm != null) {
            showing.refresh(alarm, nowMillis);
            alarm.isChanged = true;
            if (alarm.version < 0) {
                alarm.kind = alarm.firstSeenAtMillis < nowMillis - DAY_MILLIS ? Kind.DRIFT : Kind.BURST;
            }
            if (crosses) {
                group(alarm, nowMillis);
            }
        }
    }

    private OpenAlarm open(int cell, long nowMillis) {
        OpenAlarm alarm = new OpenAlarm();
        alarm.cell = cell;
        alarm.openedAtMillis = nowMillis;
        for (Campaign campaign : campaigns) {
            if (alarm.campaign == null && campaign.runsAt(nowMillis)) {
                alarm.campaign = campaign.name();
            }
        }
        cells.open(cell);
        add(alarm);
        return alarm;
    }

    void add(OpenAlarm alarm) {
        open.add(alarm);
        byCell.put(alarm.cell, alarm);
    }

    private boolean isQuiet(OpenAlarm alarm, long nowMillis) {
        long half = (nowMillis - alarm.firstSeenAtMillis) / 2;
        long since = nowMillis - Math.min(LONGEST_LOOK_BACK_MILLIS, Math.max(DAY_MILLIS, half));
        int count = cells.trail().countAfter(alarm.cell, since);
        double expected = cells.trail().expectedSince(alarm.cell, since, nowMillis);
        return cells.alternatives(alarm.cell).evidence(count, expected) < QUIET_BELOW;
    }

    private void end(OpenAlarm alarm, long nowMillis, boolean isLearning, Consumer<AlarmRow> rows) {
        alarm.version++;
        rows.accept(showing.row(alarm, isLearning, nowMillis, nowMillis));
        cells.end(alarm.cell);
        ended.add(new Ended(alarm.cell, nowMillis));
        open.remove(alarm);
        byCell.remove(alarm.cell);
        leave(alarm);
    }

    /**
     * Puts an alarm that crosses into the incident whose head explains it best, or is explained by it; into one of its own where
     * there is none.
     */
    private void group(OpenAlarm alarm, long nowMillis) {
        Incident best = null;
        double least = Explanation.EXPLAINED;
        double ofHead = 0;
        double ofAlarm = 0;
        for (Incident incident : incidents) {
            if (incident.reason == cells.reason(alarm.cell) && explanation.mayExplain(alarm.cell, incident.head.cell)) {
                double byHead = explanation.residual(alarm.cell, incident.head.cell, nowMillis);
                double byAlarm = explanation.residual(incident.head.cell, alarm.cell, nowMillis);
                if (Math.min(byHead, byAlarm) < least) {
                    best = incident;
                    least = Math.min(byHead, byAlarm);
                    ofAlarm = byHead;
                    ofHead = byAlarm;
                }
            }
        }
        if (best == null) {
            if (alarm.incident == null || alarm.incident.head != alarm) {
                begin(alarm);
            }
            return;
        }
        join(alarm, best);
        boolean finer = ofHead == ofAlarm && explanation.isFiner(alarm.cell, best.head.cell);
        if (ofHead < Explanation.EXPLAINED && (ofAlarm >= Explanation.EXPLAINED || ofHead < ofAlarm || finer)) {
            lead(best, alarm);
        }
    }

    private void begin(OpenAlarm alarm) {
        int reason = cells.reason(alarm.cell);
        String id = "%s:%d:%s:%s"
                .formatted(
                        reasons.get(reason).code(),
                        alarm.openedAtMillis,
                        cells.dimension(alarm.cell),
                        cells.value(alarm.cell));
        Incident incident = new Incident(id, reason);
        incident.head = alarm;
        explain(incident);
        incidents.add(incident);
        alarm.incident = incident;
    }

    /** Says of an incident that its head explains it. */
    void explain(Incident incident) {
        incident.explainingDimension = cells.dimension(incident.head.cell);
        incident.explainingValue = cells.value(incident.head.cell);
    }

    private void join(OpenAlarm alarm, Incident incident) {
        Incident old = alarm.incident;
        if (old == incident) {
            return;
        }
        alarm.incident = incident;
        if (old != null && old.head == alarm) {
            incidents.remove(old);
            for (OpenAlarm member : open) {
                if (member.incident == old) {
                    member.incident = incident;
                    member.isChanged = true;
                }
            }
        }
    }

    private void lead(Incident incident, OpenAlarm head) {
        incident.head = head;
        explain(incident);
        for (OpenAlarm member : open) {
            member.isChanged |= member.incident == incident;
        }
    }

    /** An incident whose head has ended goes on under the cell that explains it as long as it has alarms. */
    private void leave(OpenAlarm alarm) {
        Incident incident = alarm.incident;
        if (incident.head != alarm) {
            return;
        }
        OpenAlarm strongest = null;
        for (OpenAlarm member : open) {
            if (member.incident == incident && (strongest == null || member.score > strongest.score)) {
                strongest = member;
            }
        }
        if (strongest == null) {
            incidents.remove(incident);
        } else {
            incident.head = strongest;
        }
    }

    private void renumber(int[] moved) {
        byCell.clear();
        for (OpenAlarm alarm : open) {
            alarm.cell = moved[alarm.cell];
            byCell.put(alarm.cell, alarm);
        }
        ended.replaceAll(each -> new Ended(moved[each.cell], each.atMillis));
    }
}
