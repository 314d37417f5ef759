package io.deskpulse.metrics.hotspots.expected;

import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What complaints a shop's exposures lead to at the usual rate of each reason: exposures of 21 days, delays, hours, spreads, and
 * where in its bin the shop's time stands.
 *
 * <p>Units are complaints at the reason's usual rate; a cell's own rate multiplies them. Time only goes forward: {@link #moveTo}
 * inside the running bin, {@link #closeBin} to the next.
 */
public final class ShopExpectation {
    private static final long LEARNING_BINS = 7 * ShopBins.A_DAY;
    private static final long LEARNING_COMPLAINTS = 50;

    /** No bin. */
    public static final long NONE = Long.MIN_VALUE;

    final List<Reason> reasons;
    final ShopBins bins;
    /** Bins of exposures: another memory than that of the running bin, which would be lost at every complaint. */
    private final ShopBins exposures;

    final Rings rings = new Rings();
    final DelayHazards hazards;
    final HourFactors hours;
    final LearnedSpreads spreads;

    /** Number of the running bin. */
    long bin = NONE;
    /** The bin of the first complaint: before it nobody listened, so silence says nothing. */
    long listeningSince = NONE;
    /** Where time stands in the running bin, 0 to {@link ShopBins#BIN_MILLIS}. */
    long position;
    /** Complaints learned from, which every tick asks for; not a number until somebody has asked. */
    private double learned = Double.NaN;

    /**
     * A shop of which nothing is known yet.
     *
     * @param zone in which its days are counted
     * @param reasons the taxonomy
     * @param pooled what to begin with, of as many reasons
     * @throws IllegalArgumentException when the pool knows another number of reasons
     */
    public ShopExpectation(ZoneId zone, List<Reason> reasons, PooledParameters pooled) {
        if (pooled.reasons() != reasons.size()) {
            throw new IllegalArgumentException(
                    "the pool must know %d reasons, got %d".formatted(reasons.size(), pooled.reasons()));
        }
        this.reasons = List.copyOf(reasons);
        bins = new ShopBins(zone);
        exposures = new ShopBins(zone);
        hazards = new DelayHazards(this.reasons, pooled);
        hours = new HourFactors(pooled.complaintsByHour());
        spreads = new LearnedSpreads(pooled);
    }

    /** The taxonomy. */
    public List<Reason> reasons() {
        return reasons;
    }

    /** The exposures. */
    public Rings rings() {
        return rings;
    }

    /** How cells differ and counts scatter. */
    public LearnedSpreads spreads() {
        return spreads;
    }

    /** When the bin of an instant ends, milliseconds since the epoch. */
    public long binEndMillis(long millis) {
        return bins.untilMillis(millis);
    }

    /** Number of the running bin; {@link #NONE} before the first event. */
    public long bin() {
        return bin;
    }

    /** Whether what the shop did itself says enough of it: 7 days of listening and 50 complaints. */
    public boolean hasLearned() {
        if (listeningSince() == NONE || bin() - listeningSince() < LEARNING_BINS) {
            return false;
        }
        if (Double.isNaN(learned)) {
            learned = IntStream.range(0, reasons.size())
                    .mapToDouble(this::complaints)
                    .sum();
        }
        return learned >= LEARNING_COMPLAINTS;
    }

    /** The bin of the first complaint, or {@link #NONE}. */
    public long listeningSince() {
        return listeningSince;
    }

    /** Begins at the bin of an instant. */
    public void beginAt(long millis) {
        bin = bins.number(millis);
    }

    /** Goes on to an instant of the running bin, or to its end. */
    public void moveTo(long millis) {
        position = bins.number(millis) == bin ? bins.position(millis) : ShopBins.BIN_MILLIS;
    }

    /** Goes on to the end of the running bin. */
    public void moveToEnd() {
        position = ShopBins.BIN_MILLIS;
    }

    /** Adds exposures at the present position. */
    public void expose(int ring, int count) {
        rings.expose(ring, count, position);
    }

    /** The ring behind a cell, made when absent. */
    public int ring(int reason, Dimension dimension, String value) {
        return rings.findOrAdd(reasons.get(reason).exposure(), dimension, value);
    }

    /** Learns from a complaint its delay and its hour. */
    public void learn(Complaint complaint) {
        long age = -1;
        if (complaint.exposedAtMillis() != Complaint.UNKNOWN) {
            // A complaint before its parcel is signed comes at once.
            age = Math.max(0, bin - exposures.number(complaint.exposedAtMillis()));
        }
        learned++;
        hazards.complain(complaint.reason(), age);
        hours.count(bins.hour(complaint.timeMillis()));
    }

    /** Says that complaints are heard from now on. */
    public void listen() {
        listeningSince = bin;
    }

    /** Units expected of the running bin from the bins before it. */
    public float unitsOfBin(int reason, int ring) {
        return hazards.expected(reason, rings, ring);
    }

    /**
     * Units from the running bin's begin to the present position.
     *
     * @param ofBin of {@link #unitsOfBin}
     */
    public double unitsSoFar(int reason, int ring, float ofBin) {
        int binOfDay = (int) Math.floorMod(bin, (long) ShopBins.A_DAY);
        return ofBin * hours.until(binOfDay, position)
                + hazards.expectedAtOnce(reason, rings, ring, position) * hours.mean(binOfDay);
    }

    /** Units of all closed bins, those of 30 days ago weighing half. */
    public double unitsBefore(int reason, int ring) {
        return hazards.expectedBefore(reason, rings, ring);
    }

    /** Closes the running bin and begins the next; whether that begins a day. */
    public boolean closeBin() {
        if (listeningSince != NONE) {
            for (int type = 0; type < ExposureType.COUNT; type++) {
                ExposureType each = ExposureType.of(type);
                hazards.expose(each, rings, rings.find(each, Dimension.SHOP, Complaint.WHOLE_SHOP));
            }
        }
        rings.roll();
        bin++;
        position = 0;
        return Math.floorMod(bin, (long) ShopBins.A_DAY) == 0;
    }

    /** Makes the delays and hours learned effective. */
    public void refresh() {
        hazards.refresh();
        hours.refresh();
    }

    /** Refits ψ and κ. */
    public void refitDispersions() {
        spreads.refitDispersions();
    }

    /** Sets the α of a reason and dimension. */
    public void setAlpha(int reason, Dimension dimension, double alpha) {
        spreads.alpha[reason][dimension.ordinal()] = alpha;
    }

    /** The scatter of a reason's days. */
    public Dispersion dispersion(int reason) {
        return spreads.dispersions[reason];
    }

    /** Complaints counted of a reason. */
    public double complaints(int reason) {
        return hazards.complaints(reason);
    }

    /** Adds what was learned here to a pool. */
    public void addTo(PooledParameters.Pool pool) {
        pool.add(hazards, hours, spreads);
    }
}
