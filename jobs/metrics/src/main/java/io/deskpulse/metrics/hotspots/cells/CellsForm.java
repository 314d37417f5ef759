package io.deskpulse.metrics.hotspots.cells;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.binary.Numbers;
import io.deskpulse.metrics.hotspots.evidence.Alternatives;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.io.IOException;

/** Binary form of a shop's cells, column by column in the order of their places, and of its log and thresholds. */
public final class CellsForm {
    private static final int RING = 1;
    private static final int REASON = 2;
    private static final int FLAGS = 3;
    private static final int UNITS = 4;
    private static final int UNITS_AT_LAST = 5;
    private static final int UNITS_OF_BIN = 6;
    private static final int COUNTED = 7;
    private static final int EXPECTED = 8;
    private static final int COUNTED_TODAY = 9;
    private static final int EXPECTED_TODAY = 10;
    private static final int NULL_RATE = 11;
    private static final int EVIDENCE = 12;
    private static final int LAST_ENTRY = 13;
    private static final int LAST_DAY = 14;
    private static final int LOG = 15;
    private static final int ATTRIBUTED = 16;
    private static final int THRESHOLDS = 17;
    private static final int CAP = 18;

    private CellsForm() {}

    /** Writes them as fields. */
    public static void write(ShopCells shop, FormWriter out) {
        Cells cells = shop.cells;
        int size = cells.size();
        byte[] reasons = new byte[size];
        byte[] flags = new byte[size];
        System.arraycopy(cells.reason, 0, reasons, 0, size);
        System.arraycopy(cells.flags, 0, flags, 0, size);
        Numbers.write(RING, cells.ring, size, out);
        out.bytes(REASON, reasons);
        out.bytes(FLAGS, flags);
        Numbers.write(UNITS, cells.units, size, out);
        Numbers.write(UNITS_AT_LAST, cells.unitsAtLast, size, out);
        Numbers.write(UNITS_OF_BIN, cells.unitsOfBin, size, out);
        Numbers.write(COUNTED, cells.counted, size, out);
        Numbers.write(EXPECTED, cells.expected, size, out);
        Numbers.write(COUNTED_TODAY, cells.countedToday, size, out);
        Numbers.write(EXPECTED_TODAY, cells.expectedToday, size, out);
        Numbers.write(NULL_RATE, cells.nullRate, size, out);
        Numbers.write(EVIDENCE, cells.evidence, size * Alternatives.COUNT, out);
        Numbers.write(LAST_ENTRY, cells.lastEntry, size, out);
        Numbers.write(LAST_DAY, cells.lastDay, size, out);
        out.group(LOG);
        LogForm.write(shop.log, out);
        out.end();
        Numbers.write(ATTRIBUTED, shop.thresholds.attributed, out);
        Numbers.write(THRESHOLDS, shop.thresholds.logs, out);
        Numbers.write(CAP, shop.thresholds.cap, out);
    }

    /** Reads the fields that {@link #write} wrote into a shop without cells, whose expectation was read before. */
    public static void read(ShopCells shop, FormReader in) throws IOException {
        Columns columns = new Columns();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case LOG -> {
                    in.group();
                    LogForm.read(shop.log, in);
                }
                case ATTRIBUTED -> copy(Numbers.readDoubles(in), shop.thresholds.attributed, in);
                case THRESHOLDS -> copy(Numbers.readDoubles(in), shop.thresholds.logs, in);
                case CAP -> shop.thresholds.cap = Numbers.readDouble(in);
                default -> columns.read(tag, in);
            }
        }
        columns.addTo(shop, in);
    }

    /** A shorter column is of fewer reasons. */
    private static void copy(double[] from, double[] to, FormReader in) throws IOException {
        if (from.length > to.length || from.length % Dimension.COUNT != 0) {
            throw in.damaged("%d numbers, not %d".formatted(from.length, to.length));
        }
        System.arraycopy(from, 0, to, 0, from.length);
    }

    /** Columns on their way into cells. */
    private static final class Columns {
        private int[] ring = {};
        private byte[] reason = {};
        private byte[] flags = {};
        private double[] units = {};
        private double[] unitsAtLast = {};
        private float[] unitsOfBin = {};
        private float[] counted = {};
        private float[] expected = {};
        private int[] countedToday = {};
        private float[] expectedToday = {};
        private float[] nullRate = {};
        private float[] evidence = {};
        private int[] lastEntry = {};
        private int[] lastDay = {};

        void read(int tag, FormReader in) throws IOException {
            switch (tag) {
                case RING -> ring = Numbers.readInts(in);
                case REASON -> reason = in.bytes();
                case FLAGS -> flags = in.bytes();
                case UNITS -> units = Numbers.readDoubles(in);
                case UNITS_AT_LAST -> unitsAtLast = Numbers.readDoubles(in);
                case UNITS_OF_BIN -> unitsOfBin = Numbers.readFloats(in);
                case COUNTED -> counted = Numbers.readFloats(in);
                case EXPECTED -> expected = Numbers.readFloats(in);
                case COUNTED_TODAY -> countedToday = Numbers.readInts(in);
                case EXPECTED_TODAY -> expectedToday = Numbers.readFloats(in);
                case NULL_RATE -> nullRate = Numbers.readFloats(in);
                case EVIDENCE -> evidence = Numbers.readFloats(in);
                case LAST_ENTRY -> lastEntry = Numbers.readInts(in);
                case LAST_DAY -> lastDay = Numbers.readInts(in);
                default -> {}
            }
        }

        void addTo(ShopCells shop, FormReader in) throws IOException {
            int size = ring.length;
            int[] lengths = {
                reason.length,
                flags.length,
                units.length,
                unitsAtLast.length,
                unitsOfBin.length,
                counted.length,
                expected.length,
                countedToday.length,
                expectedToday.length,
                nullRate.length,
                evidence.length / Alternatives.COUNT,
                lastEntry.length,
                lastDay.length
            };
            for (int length : lengths) {
                if (length != size) {
                    throw in.damaged("columns of cells differ in length");
                }
            }
            Cells cells = shop.cells;
            for (int cell = 0; cell < size; cell++) {
                boolean known = ring[cell] >= 0
                        && ring[cell] < shop.expectation.rings().size()
                        && reason[cell] >= 0
                        && reason[cell] < shop.expectation.reasons().size();
                if (!known || cells.find(reason[cell], ring[cell]) >= 0) {
                    throw in.damaged("cell %d is of reason %d and ring %d".formatted(cell, reason[cell], ring[cell]));
                }
                cells.add(reason[cell], ring[cell], lastDay[cell]);
            }
            System.arraycopy(flags, 0, cells.flags, 0, size);
            System.arraycopy(units, 0, cells.units, 0, size);
            System.arraycopy(unitsAtLast, 0, cells.unitsAtLast, 0, size);
            System.arraycopy(unitsOfBin, 0, cells.unitsOfBin, 0, size);
            System.arraycopy(counted, 0, cells.counted, 0, size);
            System.arraycopy(expected, 0, cells.expected, 0, size);
            System.arraycopy(countedToday, 0, cells.countedToday, 0, size);
            System.arraycopy(expectedToday, 0, cells.expectedToday, 0, size);
            System.arraycopy(nullRate, 0, cells.nullRate, 0, size);
            System.arraycopy(evidence, 0, cells.evidence, 0, size * Alternatives.COUNT);
            System.arraycopy(lastEntry, 0, cells.lastEntry, 0, size);
        }
    }
}
