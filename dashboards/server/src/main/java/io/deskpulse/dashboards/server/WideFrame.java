package io.deskpulse.dashboards.server;

import io.deskpulse.dashboards.server.Frame.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a long time series (an instant, texts that name a series, numbers) into a wide one (one column a series), as Grafana does with
 * what its plugin reads: one row an instant, cells without a row null, series in the order in which they appear.
 */
final class WideFrame {
    private WideFrame() {}

    /**
     * The wide form; the frame itself when there is nothing to turn: no instant, no text or no number.
     *
     * @throws IllegalArgumentException when instants do not ascend, which Grafana refuses too
     */
    static Frame of(Frame frame) {
        List<Field> names = ofTypes(frame, Field.STRING, Field.BOOLEAN);
        List<Field> numbers = ofTypes(frame, Field.NUMBER);
        List<Field> times = ofTypes(frame, Field.TIME);
        if (times.isEmpty() || names.isEmpty() || numbers.isEmpty()) {
            return frame;
        }
        Field time = times.get(0);
        int[] rowOf = rows(time.values());
        int rows = rowOf.length == 0 ? 0 : rowOf[rowOf.length - 1] + 1;
        Map<Series, Object[]> series = new LinkedHashMap<>();
        Object[] instants = new Object[rows];
        for (int row = 0; row < frame.length(); row++) {
            instants[rowOf[row]] = time.values().get(row);
            Map<String, String> labels = labels(names, row);
            for (Field number : numbers) {
                series.computeIfAbsent(new Series(number.name(), labels), key -> new Object[rows])[rowOf[row]] =
                        number.values().get(row);
            }
        }
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(time.name(), Field.TIME, Arrays.asList(instants)));
        series.forEach(
                (key, values) -> fields.add(new Field(key.name(), Field.NUMBER, key.labels(), Arrays.asList(values))));
        return new Frame(fields);
    }

    private record Series(String name, Map<String, String> labels) {}

    /** For each long row the wide row of its instant. */
    private static int[] rows(List<Object> times) {
        int[] rowOf = new int[times.size()];
        for (int row = 1; row < rowOf.length; row++) {
            long step = (long) times.get(row) - (long) times.get(row - 1);
            if (step < 0) {
                throw new IllegalArgumentException("a time series must be ordered by time, ascending");
            }
            rowOf[row] = rowOf[row - 1] + (step > 0 ? 1 : 0);
        }
        return rowOf;
    }

    private static Map<String, String> labels(List<Field> names, int row) {
        Map<String, String> labels = new LinkedHashMap<>();
        names.forEach(
                name -> labels.put(name.name(), String.valueOf(name.values().get(row))));
        return labels;
    }

    private static List<Field> ofTypes(Frame frame, String... types) {
        return frame.fields().stream()
                .filter(field -> List.of(types).contains(field.type()))
                .toList();
    }
}
