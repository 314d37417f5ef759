package io.deskpulse.cli.forecast;

import io.deskpulse.metrics.forecast.series.History;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A planner's history: lines {@code interval_start,count} in local time, ascending, of one step that divides the interval asked for.
 *
 * <p>An interval counts when all its steps are there; what is not there is not known, which is not the same as 0. A day without any line is closed. An
 * hour that comes twice, line by line, because clocks were put back, is added to the first one; of steps of an hour, only in the night to a Sunday.
 */
public final class CountFile {
    private static final String START = "interval_start";
    private static final String COUNT = "count";
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "interval_start_local", START,
            "start", START,
            "calls", COUNT,
            "chats", COUNT,
            "contacts", COUNT,
            "tickets", COUNT,
            "arrivals", COUNT,
            "volume", COUNT);
    private static final int DAY_MINUTES = 1440;
    private static final int LAST_YEAR = 9999;
    private static final int MOST_DAYS = 20 * 366;

    private final Problems problems;
    private final CountLines counted;
    private List<CountLines.Line> lines = List.of();

    private CountFile(Path file) {
        this.problems = new Problems(file);
        this.counted = new CountLines(problems);
    }

    /**
     * A history and the clock it is told by.
     *
     * @param history counts
     * @param firstMinute minutes after midnight at which slot 0 starts
     * @param intervalMinutes length of a slot
     * @param partPercent of the intervals with lines lack some of their steps, so that they are not known
     */
    public record Counts(History history, int firstMinute, int intervalMinutes, double partPercent) {
        /** When a slot of a day starts. */
        public LocalDateTime start(int day, int slot) {
            return history.date(day).atStartOfDay().plusMinutes(firstMinute + (long) slot * intervalMinutes);
        }
    }

    /**
     * Reads a file.
     *
     * @param intervalMinutes length of an interval, a divisor of a day
     * @throws io.deskpulse.ops.UserError naming the file and every line that is wrong
     */
    public static Counts read(Path file, int intervalMinutes) {
        CountFile counts = new CountFile(file);
        CsvLines.read(file, List.of(START, COUNT), OTHER_NAMES, counts.problems).forEach(counts::line);
        counts.lines = counts.counted.all();
        counts.problems.refuse();
        if (counts.lines.isEmpty()) {
            counts.problems.add(1, "has no line with a count");
            counts.problems.refuse();
        }
        int step = counts.step(intervalMinutes);
        counts.checkGrid(step);
        counts.problems.refuse();
        return counts.history(step, intervalMinutes);
    }

    private void line(CsvLines.Row row) {
        LocalDateTime start = start(row);
        double count = count(row);
        if (start == null || Double.isNaN(count)) {
            return;
        }
        counted.add(new CountLines.Line(row.line(), start, count));
    }

    private LocalDateTime start(CsvLines.Row row) {
        String text = row.cell(START).replace(' ', 'T');
        try {
            LocalDateTime start = LocalDateTime.parse(text);
            if (start.getYear() > 0 && start.getYear() <= LAST_YEAR) {
                return start;
            }
            problems.add(row.line(), "interval_start must be of the years 1 to 9999, got '" + row.cell(START) + "'");
            return null;
        } catch (DateTimeParseException e) {
            boolean offset = text.matches(".*T.*([+-]\\d\\d:?\\d\\d|Z)");
            problems.add(
                    row.line(),
                    "interval_start must be " + (offset ? "local time without an offset" : "like 2026-11-11 20:30")
                            + ", got '" + row.cell(START) + "'");
            return null;
        }
    }

    private double count(CsvLines.Row row) {
        double count = row.number(COUNT);
        if (count >= 0 && count <= 1e9 && count == Math.rint(count)) {
            return count;
        }
        problems.add(row.line(), "count must be a whole number from 0 on, got '" + row.cell(COUNT) + "'");
        return Double.NaN;
    }

    /**
     * The shortest time between lines of a day where all lines lie on such steps, else the one that is most frequent, so that a stray line is told by itself; the
     * interval itself when no day has two lines.
     */
    private int step(int intervalMinutes) {
        TreeMap<Integer, Integer> times = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            LocalDateTime before = lines.get(i - 1).start();
            LocalDateTime start = lines.get(i).start();
            if (start.toLocalDate().equals(before.toLocalDate())) {
                int minutes = (int) Math.max(1, Duration.between(before, start).toMinutes());
                times.merge(minutes, 1, Integer::sum);
            }
        }
        if (times.isEmpty()) {
            return intervalMinutes;
        }
        int shortest = times.firstKey();
        return lines.stream().allMatch(line -> liesOn(line.start(), shortest))
                ? shortest
                : Collections.max(times.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    private static boolean liesOn(LocalDateTime start, int step) {
        int minute = start.getHour() * 60 + start.getMinute();
        return minute % step == 0 && start.getSecond() == 0 && start.getNano() == 0;
    }

    private void checkGrid(int step) {
        LocalDate first = lines.get(0).start().toLocalDate();
        LocalDate last = lines.get(lines.size() - 1).start().toLocalDate();
        if (last.toEpochDay() - first.toEpochDay() > MOST_DAYS) {
            problems.add(lines.get(lines.size() - 1).number(), "lies more than 20 years after the first line");
        }
        for (CountLines.Line line : lines) {
            if (!liesOn(line.start(), step)) {
                problems.add(
                        line.number(),
                        line.start() + " does not lie on the " + step + "-minute steps of the other lines");
            }
        }
    }

    private Counts history(int step, int intervalMinutes) {
        if (intervalMinutes % step != 0) {
            problems.add(
                    lines.get(0).number(),
                    "steps of " + step + " minutes do not make up intervals of " + intervalMinutes
                            + "; choose another --interval");
            problems.refuse();
        }
        LocalDate first = lines.get(0).start().toLocalDate();
        int days = (int) (lines.get(lines.size() - 1).start().toLocalDate().toEpochDay() - first.toEpochDay()) + 1;
        int slots = DAY_MINUTES / intervalMinutes;
        double[][] sums = new double[days][slots];
        int[][] steps = new int[days][slots];
        for (CountLines.Line line : lines) {
            int day = (int) (line.start().toLocalDate().toEpochDay() - first.toEpochDay());
            int slot = (line.start().getHour() * 60 + line.start().getMinute()) / intervalMinutes;
            sums[day][slot] += line.count();
            steps[day][slot]++;
        }
        return trimmed(first, sums, steps, intervalMinutes, intervalMinutes / step);
    }

    /** Leaves out the hours that are never known, and intervals of which a step is missing. */
    private Counts trimmed(LocalDate first, double[][] sums, int[][] steps, int intervalMinutes, int whole) {
        int from = Integer.MAX_VALUE;
        int to = -1;
        for (int[] day : steps) {
            for (int slot = 0; slot < day.length; slot++) {
                if (day[slot] == whole) {
                    from = Math.min(from, slot);
                    to = Math.max(to, slot);
                }
            }
        }
        if (to < 0) {
            problems.add(lines.get(0).number(), "no interval of " + intervalMinutes + " minutes has all its steps");
            problems.refuse();
        }
        double[][] rows = new double[sums.length][];
        for (int day = 0; day < rows.length; day++) {
            boolean any = false;
            double[] row = new double[to - from + 1];
            for (int slot = from; slot <= to; slot++) {
                boolean known = steps[day][slot] == whole;
                row[slot - from] = known ? sums[day][slot] : Double.NaN;
                any |= known;
            }
            rows[day] = any ? row : null;
        }
        if (Arrays.stream(rows).filter(row -> row != null).count() < 2) {
            problems.add(lines.get(0).number(), "has less than two days");
            problems.refuse();
        }
        return new Counts(new History(first, rows), from * intervalMinutes, intervalMinutes, partPercent(steps, whole));
    }

    private static double partPercent(int[][] steps, int whole) {
        long any = Arrays.stream(steps)
                .flatMapToInt(Arrays::stream)
                .filter(count -> count > 0)
                .count();
        long part = Arrays.stream(steps)
                .flatMapToInt(Arrays::stream)
                .filter(count -> count > 0 && count < whole)
                .count();
        return 100.0 * part / any;
    }
}
