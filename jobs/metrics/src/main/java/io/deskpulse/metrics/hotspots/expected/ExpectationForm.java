package io.deskpulse.metrics.hotspots.expected;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.binary.Numbers;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.io.IOException;

/**
 * Binary form of what a shop expects: its rings, delays, hours and spreads; a reason that the form does not know keeps what the pool
 * says.
 */
public final class ExpectationForm {
    private static final int BIN = 1;
    private static final int LISTENING_SINCE = 2;
    private static final int RINGS = 3;
    private static final int REASON = 4;
    private static final int EXPOSURES_BY_AGE = 5;
    private static final int COMPLAINTS_BY_HOUR = 6;
    private static final int EFFECTIVE_BY_HOUR = 7;

    private static final int COMPLAINTS_BY_AGE = 1;
    private static final int UNKNOWN_AGE = 2;
    private static final int HAZARD = 3;
    private static final int ALPHA = 4;
    private static final int PSI = 5;
    private static final int KAPPA = 6;
    private static final int DISPERSION = 7;
    private static final int CODE = 8;

    private ExpectationForm() {}

    /** Writes it as fields. */
    public static void write(ShopExpectation expectation, FormWriter out) {
        out.instant(BIN, expectation.bin, 0, ShopExpectation.NONE);
        out.instant(LISTENING_SINCE, expectation.listeningSince, 0, ShopExpectation.NONE);
        out.group(RINGS);
        RingsForm.write(expectation.rings, out);
        out.end();
        for (int reason = 0; reason < expectation.reasons.size(); reason++) {
            out.group(REASON);
            writeReason(expectation, reason, out);
            out.end();
        }
        for (double[] exposures : expectation.hazards.exposuresByAge) {
            Numbers.write(EXPOSURES_BY_AGE, exposures, out);
        }
        Numbers.write(COMPLAINTS_BY_HOUR, expectation.hours.counts, out);
        Numbers.write(EFFECTIVE_BY_HOUR, expectation.hours.effective, out);
    }

    /** Reads the fields that {@link #write} wrote into an expectation of which nothing is known yet. */
    public static void read(ShopExpectation expectation, FormReader in) throws IOException {
        int reason = 0;
        int type = 0;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case BIN -> expectation.bin = in.instant(0);
                case LISTENING_SINCE -> expectation.listeningSince = in.instant(0);
                case RINGS -> {
                    in.group();
                    RingsForm.read(expectation.rings, in);
                }
                case REASON -> {
                    if (reason == expectation.reasons.size()) {
                        throw in.damaged("more reasons than the taxonomy has");
                    }
                    in.group();
                    readReason(expectation, reason++, in);
                }
                case EXPOSURES_BY_AGE -> {
                    if (type == ExposureType.COUNT) {
                        throw in.damaged("more types of exposure than there are");
                    }
                    fill(expectation.hazards.exposuresByAge[type++], in);
                }
                case COMPLAINTS_BY_HOUR -> fill(expectation.hours.counts, in);
                case EFFECTIVE_BY_HOUR -> {
                    double[] effective = new double[HourFactors.HOURS];
                    fill(effective, in);
                    expectation.hours.restore(effective);
                }
                default -> {}
            }
        }
    }

    private static void writeReason(ShopExpectation expectation, int reason, FormWriter out) {
        DelayHazards hazards = expectation.hazards;
        LearnedSpreads spreads = expectation.spreads;
        out.name(CODE, expectation.reasons.get(reason).code());
        Numbers.write(COMPLAINTS_BY_AGE, hazards.complaintsByAge[reason], out);
        Numbers.write(UNKNOWN_AGE, hazards.complaintsOfUnknownAge[reason], out);
        Numbers.write(HAZARD, hazards.effective[reason], out);
        Numbers.write(ALPHA, spreads.alpha[reason], out);
        Numbers.write(PSI, spreads.psi(reason), out);
        Numbers.write(KAPPA, spreads.kappa[reason], out);
        Numbers.write(DISPERSION, spreads.dispersions[reason].sums, out);
    }

    private static void readReason(ShopExpectation expectation, int reason, FormReader in) throws IOException {
        DelayHazards hazards = expectation.hazards;
        LearnedSpreads spreads = expectation.spreads;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case COMPLAINTS_BY_AGE -> fill(hazards.complaintsByAge[reason], in);
                case UNKNOWN_AGE -> hazards.complaintsOfUnknownAge[reason] = Numbers.readDouble(in);
                case HAZARD -> {
                    double[] hazard = new double[AgeGroups.COUNT];
                    fill(hazard, in);
                    hazards.restore(reason, hazard);
                }
                case ALPHA -> fill(spreads.alpha[reason], in);
                case PSI -> {
                    double psi = Numbers.readDouble(in);
                    if (!(psi >= 1 && psi < Double.POSITIVE_INFINITY)) {
                        throw in.damaged("psi is " + psi);
                    }
                    spreads.setPsi(reason, psi);
                }
                case KAPPA -> fill(spreads.kappa[reason], in);
                case DISPERSION -> fill(spreads.dispersions[reason].sums, in);
                case CODE -> check(expectation.reasons.get(reason).code(), reason, in.name());
                default -> {}
            }
        }
    }

    /** Everything is known by the places of reasons: under another taxonomy it would go on with the numbers of other reasons. */
    private static void check(String code, int place, String saved) throws IOException {
        if (!code.equals(saved)) {
            throw new IOException(
                    "The reasons of this job have '%s' at place %d, those of its saved state '%s': reasons never leave their places; new ones stand at the end of the file."
                            .formatted(code, place, saved));
        }
    }

    /** Reads a column of fixed length. */
    private static void fill(double[] column, FormReader in) throws IOException {
        double[] values = Numbers.readDoubles(in);
        if (values.length != column.length) {
            throw in.damaged("%d numbers, not %d".formatted(values.length, column.length));
        }
        System.arraycopy(values, 0, column, 0, values.length);
    }
}
