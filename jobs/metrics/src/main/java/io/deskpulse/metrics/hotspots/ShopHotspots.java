package io.deskpulse.metrics.hotspots;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.alarms.Campaign;
import io.deskpulse.metrics.hotspots.alarms.ShopAlarms;
import io.deskpulse.metrics.hotspots.cells.ShopCells;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.expected.ShopExpectation;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Signal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The complaint hotspots of one shop: exposures and complaints in, versions of alarms out.
 *
 * <p>In: {@link #expose} and {@link #complain} in any order, each event once; {@link #advance} with the watermark, which decides all
 * ticks of five minutes of event time that have ended by then. Events of a tick are taken by (time, event id), so that the same
 * events in any order between two watermarks give the same alarms, byte for byte. Out: {@link AlarmRow}s, the versions of an alarm in
 * their order. An event of a decided tick is late: it is counted and otherwise ignored. State: {@link ShopHotspotsForm}.
 *
 * <p>The share of false alarms is bounded in expectation: a cell of threshold A gives one in A expected complaints at most, at any
 * number of looks. Not thread-safe.
 *
 * @see "docs/decisions/0024-hotspots-on-the-clock-of-complaints.md"
 */
public final class ShopHotspots {
    /** A tick of event time, milliseconds. */
    public static final long TICK_MILLIS = 300_000L;

    /** The order of complaints inside a tick. */
    static final Comparator<Complaint> ORDER = Comparator.comparingLong(Complaint::timeMillis)
            .thenComparing(Complaint::eventId)
            // Ids are those of an order; two orders may have an event of one id at one instant.
            .thenComparingLong(Complaint::buyerHash)
            .thenComparingInt(Complaint::reason)
            .thenComparing(ShopHotspots::values);

    static final long NONE = Long.MIN_VALUE;

    private static final long MOST_AT_ONCE_MILLIS = 86_400_000L;

    final ShopExpectation expectation;
    final ShopCells cells;
    final ShopAlarms alarms;
    final PendingExposures exposures = new PendingExposures();
    final List<Complaint> complaints = new ArrayList<>();

    /** The end of the last tick decided. */
    long decidedMillis = NONE;

    long lateComplaints;
    long lateExposures;

    /** The end of the running bin, which is closed when the first tick after it is decided. */
    long binEndMillis = NONE;

    /** Asked at every tick, and found out but once: what a shop knows does not get less. */
    private boolean hasLearned;

    private TickListener listener = (endMillis, shop) -> {};

    /**
     * A shop of which nothing is known yet.
     *
     * @param settings of the shop
     * @param zone in which its days are counted
     * @param pooled what to begin with
     * @throws IllegalArgumentException when settings and pool have different reasons
     */
    public ShopHotspots(HotspotSettings settings, ZoneId zone, PooledParameters pooled) {
        expectation = new ShopExpectation(zone, settings.reasons(), pooled);
        double[] shares =
                settings.shares().stream().mapToDouble(Double::doubleValue).toArray();
        cells = new ShopCells(expectation, settings.falseAlarmsPerShopDay(), shares);
        alarms = new ShopAlarms(cells, settings.reasons());
    }

    /** Sets the campaigns that alarms name; no part of the state. */
    public void setCampaigns(List<Campaign> calendar) {
        alarms.setCampaigns(calendar);
    }

    /** Sets who looks on; no part of the state. */
    public void setTickListener(TickListener looksOn) {
        listener = looksOn;
    }

    /**
     * Adds exposures of one value: an event has one for each of its dimensions, the whole shop's under {@link Complaint#WHOLE_SHOP}.
     *
     * @param timeMillis event time, or that of the tick when several are added together before
     * @param value never null; an unknown attribute is no exposure
     * @param count > 0
     * @return false when it is late
     * @throws IllegalArgumentException when the count is below 1
     */
    public boolean expose(long timeMillis, ExposureType type, Dimension dimension, String value, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be >= 1, got " + count);
        }
        if (isLate(timeMillis)) {
            lateExposures += dimension == Dimension.SHOP ? count : 0;
            return false;
        }
        exposures.add(timeMillis, type, dimension, value, count);
        return true;
    }

    /**
     * Adds a complaint.
     *
     * @return false when it is late
     * @throws IllegalArgumentException when the taxonomy has no such reason
     */
    public boolean complain(Complaint complaint) {
        if (complaint.reason() < 0
                || complaint.reason() >= expectation.reasons().size()) {
            throw new IllegalArgumentException("reason must be below %d, got %d"
                    .formatted(expectation.reasons().size(), complaint.reason()));
        }
        if (isLate(complaint.timeMillis())) {
            lateComplaints++;
            return false;
        }
        complaints.add(complaint);
        return true;
    }

    /**
     * Adds a complaint or exposures.
     *
     * @return false when it is late
     * @throws IllegalArgumentException when the taxonomy has no such reason
     */
    public boolean take(Signal signal) {
        return signal instanceof Exposure exposure
                ? expose(
                        exposure.timeMillis(),
                        exposure.type(),
                        exposure.dimension(),
                        exposure.value(),
                        exposure.count())
                : complain((Complaint) signal);
    }

    /** Decides all ticks that have ended by the watermark, and hands on what becomes of alarms. */
    public void advance(long watermarkMillis, Consumer<AlarmRow> rows) {
        long end = Math.floorDiv(watermarkMillis, TICK_MILLIS) * TICK_MILLIS;
        if (decidedMillis == NONE && !begin(end)) {
            return;
        }
        while (decidedMillis < end) {
            decideUntil(Math.min(end, decidedMillis + MOST_AT_ONCE_MILLIS), rows);
        }
    }

    /** Decides all ticks with an event, after the last of which nothing more comes: what the end of all input is. */
    public void finish(Consumer<AlarmRow> rows) {
        long latest = exposures.latest();
        for (Complaint complaint : complaints) {
            latest = Math.max(latest, complaint.timeMillis());
        }
        if (latest != Long.MIN_VALUE) {
            advance(latest + TICK_MILLIS, rows);
        }
    }

    /** Complaints that came after their tick was decided. */
    public long lateComplaints() {
        return lateComplaints;
    }

    /** Exposures that came after their tick was decided, each counted once, under the whole shop. */
    public long lateExposures() {
        return lateExposures;
    }

    /** The cells as they stand: for digests and explanations. */
    public ShopCells cells() {
        return cells;
    }

    /** Whether the shop is too new to be told of its alarms: for 7 days and until 50 complaints. */
    public boolean isLearning() {
        hasLearned = hasLearned || expectation.hasLearned();
        return !hasLearned;
    }

    /** Adds what the shop has learned to a pool for new shops. */
    public void addTo(PooledParameters.Pool pool) {
        expectation.addTo(pool);
    }

    /** Begins at the first tick with an event; false while none is due, as an earlier one may still come. */
    private boolean begin(long endMillis) {
        long earliest = exposures.earliest();
        for (Complaint complaint : complaints) {
            earliest = Math.min(earliest, complaint.timeMillis());
        }
        if (earliest >= endMillis) {
            return false;
        }
        decidedMillis = Math.floorDiv(earliest, TICK_MILLIS) * TICK_MILLIS;
        expectation.beginAt(decidedMillis);
        binEndMillis = expectation.binEndMillis(decidedMillis);
        return true;
    }

    private static String values(Complaint complaint) {
        return String.join(
                "\u0000", // in no name
                Objects.toString(complaint.sku(), ""),
                Objects.toString(complaint.region(), ""),
                Objects.toString(complaint.carrier(), ""),
                Objects.toString(complaint.agentGroup(), ""),
                Long.toString(complaint.exposedAtMillis()));
    }

    private boolean isLate(long timeMillis) {
        return decidedMillis != NONE && timeMillis < decidedMillis;
    }

    private void decideUntil(long endMillis, Consumer<AlarmRow> rows) {
        exposures.orderUntil(endMillis);
        complaints.sort(ORDER);
        int next = 0;
        while (decidedMillis < endMillis) {
            skipQuiet(next, endMillis);
            if (decidedMillis < endMillis) {
                next = decideTick(next, rows);
            }
        }
        complaints.subList(0, next).clear();
        exposures.dropTaken();
    }

    /** Passes over ticks in which nothing can happen. */
    private void skipQuiet(int next, long endMillis) {
        if (alarms.openCount() > 0) {
            return;
        }
        long event = next < complaints.size() ? complaints.get(next).timeMillis() : Long.MAX_VALUE;
        long until = Math.min(Math.min(event, exposures.nextTime()), Math.min(binEndMillis, endMillis));
        decidedMillis = Math.max(decidedMillis, Math.floorDiv(until, TICK_MILLIS) * TICK_MILLIS);
    }

    /** Decides a tick whose first complaint is the next one; the first of the tick after it. */
    private int decideTick(int first, Consumer<AlarmRow> rows) {
        while (decidedMillis >= binEndMillis) {
            alarms.recover(binEndMillis);
            cells.rollBin(binEndMillis);
            binEndMillis = expectation.binEndMillis(binEndMillis);
        }
        long end = decidedMillis + TICK_MILLIS;
        exposures.findRings(end, expectation.rings());
        int next = first;
        for (; next < complaints.size() && complaints.get(next).timeMillis() < end; next++) {
            Complaint complaint = complaints.get(next);
            expose(complaint.timeMillis() + 1);
            expectation.moveTo(complaint.timeMillis());
            cells.complain(complaint);
        }
        expose(end);
        expectation.moveTo(end);
        decidedMillis = end;
        alarms.judge(end, isLearning(), rows);
        if (cells.touchedCount() > 0) {
            listener.decided(end, cells);
            cells.forgetTouched();
        }
        return next;
    }

    /** Counts the exposures before an instant of the tick. */
    private void expose(long beforeMillis) {
        while (exposures.nextTime() < beforeMillis) {
            expectation.moveTo(exposures.nextTime());
            expectation.expose(exposures.nextRing(), exposures.nextCount());
            exposures.take();
        }
    }
}
