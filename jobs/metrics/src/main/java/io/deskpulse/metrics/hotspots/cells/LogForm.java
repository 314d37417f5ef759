package io.deskpulse.metrics.hotspots.cells;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.binary.Numbers;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Binary form of the log of complaints. */
final class LogForm {
    private static final int FIRST = 1;
    private static final int TIMES = 2;
    private static final int BUYERS = 3;
    private static final int EVENT = 4;
    private static final int CELLS = 5;
    private static final int BEFORE = 6;
    private static final int UNITS = 7;

    private LogForm() {}

    static void write(ComplaintLog log, FormWriter out) {
        int size = log.next() - log.first();
        long[] times = new long[size];
        long[] buyers = new long[size];
        int[] cells = new int[size * Dimension.COUNT];
        int[] before = new int[size * Dimension.COUNT];
        double[] units = new double[size * Dimension.COUNT];
        out.number(FIRST, log.first());
        for (int i = 0; i < size; i++) {
            int entry = log.first() + i;
            times[i] = log.time(entry);
            buyers[i] = log.buyer(entry);
            out.text(EVENT, log.event(entry));
            for (int dimension = 0; dimension < Dimension.COUNT; dimension++) {
                int at = i * Dimension.COUNT + dimension;
                cells[at] = log.cell(entry, dimension);
                before[at] = log.before(entry, dimension);
                units[at] = log.units(entry, dimension);
            }
        }
        Numbers.write(TIMES, times, out);
        Numbers.write(BUYERS, buyers, out);
        Numbers.write(CELLS, cells, cells.length, out);
        Numbers.write(BEFORE, before, before.length, out);
        Numbers.write(UNITS, units, out);
    }

    static void read(ComplaintLog log, FormReader in) throws IOException {
        int first = 0;
        List<String> events = new ArrayList<>();
        long[] times = {};
        long[] buyers = {};
        int[] cells = {};
        int[] before = {};
        double[] units = {};
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case FIRST -> first = in.count();
                case EVENT -> events.add(in.text());
                case TIMES -> times = Numbers.readLongs(in);
                case BUYERS -> buyers = Numbers.readLongs(in);
                case CELLS -> cells = Numbers.readInts(in);
                case BEFORE -> before = Numbers.readInts(in);
                case UNITS -> units = Numbers.readDoubles(in);
                default -> {}
            }
        }
        int all = times.length * Dimension.COUNT;
        boolean fits = buyers.length == times.length
                && events.size() == times.length
                && cells.length == all
                && before.length == all
                && units.length == all;
        if (!fits) {
            throw in.damaged("columns of the log differ in length");
        }
        log.restore(first);
        for (int i = 0; i < times.length; i++) {
            int entry = log.append(times[i], buyers[i], events.get(i));
            for (int dimension = 0; dimension < Dimension.COUNT; dimension++) {
                int at = i * Dimension.COUNT + dimension;
                log.put(entry, dimension, cells[at], before[at], units[at]);
            }
        }
    }
}
