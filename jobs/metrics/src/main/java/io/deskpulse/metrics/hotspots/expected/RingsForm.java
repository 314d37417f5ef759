package io.deskpulse.metrics.hotspots.expected;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.binary.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Binary form of exposure rings, column by column in the order of their places. */
final class RingsForm {
    private static final int SLOT = 1;
    private static final int VALUE = 2;
    private static final int KINDS = 3;
    private static final int COUNTS = 4;
    private static final int MOMENTS = 5;
    private static final int DECAYED = 6;
    private static final int EMPTY_BINS = 7;

    private RingsForm() {}

    static void write(Rings rings, FormWriter out) {
        int size = rings.size();
        byte[] kinds = new byte[size];
        float[] counts = new float[size * Rings.BINS];
        double[] moments = new double[size];
        double[] decayed = new double[size];
        int[] emptyBins = new int[size];
        out.number(SLOT, rings.slot());
        for (int ring = 0; ring < size; ring++) {
            out.text(VALUE, rings.value(ring));
            kinds[ring] = rings.kind(ring);
            rings.copyCounts(ring, counts, ring * Rings.BINS);
            moments[ring] = rings.moment(ring);
            decayed[ring] = rings.decayed(ring);
            emptyBins[ring] = rings.emptyBins(ring);
        }
        out.bytes(KINDS, kinds);
        Numbers.write(COUNTS, counts, counts.length, out);
        Numbers.write(MOMENTS, moments, out);
        Numbers.write(DECAYED, decayed, out);
        Numbers.write(EMPTY_BINS, emptyBins, size, out);
    }

    static void read(Rings rings, FormReader in) throws IOException {
        List<String> values = new ArrayList<>();
        byte[] kinds = {};
        float[] counts = {};
        double[] moments = {};
        double[] decayed = {};
        int[] emptyBins = {};
        int slot = 0;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case SLOT -> slot = in.count();
                case VALUE -> values.add(in.text());
                case KINDS -> kinds = in.bytes();
                case COUNTS -> counts = Numbers.readFloats(in);
                case MOMENTS -> moments = Numbers.readDoubles(in);
                case DECAYED -> decayed = Numbers.readDoubles(in);
                case EMPTY_BINS -> emptyBins = Numbers.readInts(in);
                default -> {}
            }
        }
        int size = values.size();
        if (slot >= Rings.BINS
                || kinds.length != size
                || counts.length != size * Rings.BINS
                || moments.length != size
                || decayed.length != size
                || emptyBins.length != size) {
            throw in.damaged("columns of rings differ in length");
        }
        rings.beginAt(slot);
        for (int ring = 0; ring < size; ring++) {
            if (!Rings.isKind(kinds[ring])) {
                throw in.damaged("there is no kind of ring " + kinds[ring]);
            }
            rings.restore(kinds[ring], values.get(ring), moments[ring], decayed[ring], emptyBins[ring]);
            rings.restoreCounts(ring, counts, ring * Rings.BINS);
        }
    }
}
