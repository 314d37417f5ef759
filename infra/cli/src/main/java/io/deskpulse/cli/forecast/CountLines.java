package io.deskpulse.cli.forecast;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The counts of a file in ascending order. An hour that comes twice, step by step, because clocks were put back is added to the first one. Of steps of an
 * hour nobody can tell a second hour from a line that is there twice, except by when clocks are put back: in the night to a Sunday.
 */
final class CountLines {
    private static final int HOUR_MINUTES = 60;
    private static final int NONE = -1;
    private static final int NIGHT_HOURS = 4;
    private static final Duration BETWEEN_PUT_BACKS = Duration.ofDays(90);

    private final Problems problems;
    private final List<Line> lines = new ArrayList<>();
    private LocalDateTime putBack = LocalDateTime.MIN;

    /** The line that the next one of the hour told again must repeat; none outside of such an hour. */
    private int next = NONE;

    private int againNumber;
    private String againProblem;

    /**
     * A count.
     *
     * @param number of its line, from 1
     * @param start local time
     */
    record Line(int number, LocalDateTime start, double count) {}

    CountLines(Problems problems) {
        this.problems = problems;
    }

    /** Adds the next line of the file, or a problem when it does not come next. */
    void add(Line line) {
        if (next == NONE) {
            next = again(line);
        }
        if (next != NONE) {
            Line first = lines.get(next);
            if (first.start.equals(line.start)) {
                lines.set(next, new Line(first.number, first.start, first.count + line.count));
                next = next + 1 == lines.size() ? NONE : next + 1;
                return;
            }
            end();
        }
        if (lines.isEmpty() || line.start.isAfter(last().start)) {
            lines.add(line);
        } else {
            problems.add(line.number, behind(line));
        }
    }

    /** All of them; a problem where an hour was not told again to its end. */
    List<Line> all() {
        end();
        return lines;
    }

    private void end() {
        if (next != NONE) {
            problems.add(againNumber, againProblem);
            next = NONE;
        }
    }

    private Line last() {
        return lines.get(lines.size() - 1);
    }

    /** Where the hour begins that a line begins to tell again; none when it does not. */
    private int again(Line line) {
        int first = lines.size() - 1;
        while (first > 0 && lines.get(first).start.isAfter(line.start)) {
            first--;
        }
        if (first < 0
                || lines.size() < 2
                || first == lines.size() - 1 && !isNightToSunday(line.start)
                || !lines.get(first).start.equals(line.start)
                || putBack.plus(BETWEEN_PUT_BACKS).isAfter(line.start)) {
            return NONE;
        }
        Duration step = Duration.between(lines.get(lines.size() - 2).start, last().start);
        if (!line.start.plusMinutes(HOUR_MINUTES).equals(last().start.plus(step))) {
            return NONE;
        }
        againNumber = line.number;
        againProblem = behind(line);
        putBack = line.start;
        return first;
    }

    private static boolean isNightToSunday(LocalDateTime start) {
        return start.getDayOfWeek() == DayOfWeek.SUNDAY && start.getHour() < NIGHT_HOURS;
    }

    private String behind(Line line) {
        if (line.start.equals(last().start)) {
            return "repeats " + line.start + " of line " + last().number;
        }
        boolean clocks = Duration.between(line.start, last().start).compareTo(Duration.ofHours(1)) < 0;
        return line.start + " comes after " + last().start + " of line " + last().number
                + (clocks
                        ? "; where clocks are put back, tell the whole hour again, or add it to the first one"
                        : "; times must ascend");
    }
}
