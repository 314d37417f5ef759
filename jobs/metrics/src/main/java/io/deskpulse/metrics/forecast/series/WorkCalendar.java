package io.deskpulse.metrics.forecast.series;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Which days are open, and what the calendar says of each: known in advance, also for the future.
 *
 * <p>A weekday is habitual when at least half of its days are open. Habitual days are numbered on: a closed one is a gap in work, while a Sunday that is
 * never open is not. Working days of the month are the open ones from Monday to Friday, or any open one where no such weekday is habitual.
 */
public final class WorkCalendar {
    /** How many flags {@link #closedFlags} has: closed the day before, two days before, the day after. */
    public static final int CLOSED_FLAGS = 3;

    /** How many flags {@link #monthFlags} has. */
    public static final int MONTH_FLAGS = 6;

    private static final int MONDAY_TO_FRIDAY = 5;

    private final History history;
    private final boolean[] habitual = new boolean[7];
    private final boolean office;
    private final int[] index;
    private final int[] dayOfIndex;

    /**
     * The calendar of a history's days and of some days after its end, which are open when their weekday is habitual.
     *
     * @param history whose days with counts are open
     * @param ahead days after the end, >= 0
     */
    public WorkCalendar(History history, int ahead) {
        this.history = history;
        int[] open = new int[7];
        int[] all = new int[7];
        for (int day = 0; day < history.days(); day++) {
            all[history.weekday(day)]++;
            open[history.weekday(day)] += history.has(day) ? 1 : 0;
        }
        boolean anyOffice = false;
        for (int weekday = 0; weekday < habitual.length; weekday++) {
            habitual[weekday] = open[weekday] > 0 && 2 * open[weekday] >= all[weekday];
            anyOffice |= habitual[weekday] && weekday < MONDAY_TO_FRIDAY;
        }
        this.office = anyOffice;
        this.index = new int[history.days() + ahead];
        int[] days = new int[index.length];
        int next = 0;
        for (int day = 0; day < index.length; day++) {
            index[day] = next;
            if (habitual[history.weekday(day)] || history.has(day)) {
                days[next++] = day;
            }
        }
        this.dayOfIndex = Arrays.copyOf(days, next);
    }

    /** How many weekdays are habitual, 1 to 7. */
    public int habitualWeekdays() {
        int count = 0;
        for (boolean each : habitual) {
            count += each ? 1 : 0;
        }
        return Math.max(1, count);
    }

    /** Whether a day is open: it has counts, or lies after the end and its weekday is habitual. */
    public boolean open(int day) {
        return day < history.days() ? history.has(day) : habitual[history.weekday(day)];
    }

    /** How many days it spans: those of the history and those ahead. */
    public int days() {
        return index.length;
    }

    /** The number of a day among those of habitual weekdays; that of the next one for the others. */
    public int index(int day) {
        return index[day];
    }

    /** Whether the habitual day before was closed, the one before that, the one after: 0 or 1 each. */
    public double[] closedFlags(int day) {
        int at = index[day];
        return new double[] {closed(at - 1), closed(at - 2), closed(at + 1)};
    }

    /** First, second, third, last working day of the month, day 14 to 16, day up to 4: 0 or 1 each. */
    public double[] monthFlags(int day) {
        double[] flags = new double[MONTH_FLAGS];
        LocalDate date = history.date(day);
        int dayOfMonth = date.getDayOfMonth();
        if (working(day)) {
            int before = 0;
            for (int back = 1; back < dayOfMonth; back++) {
                before += working(day - back) ? 1 : 0;
            }
            if (before < 3) {
                flags[before] = 1;
            }
            boolean last = true;
            for (int ahead = 1; ahead <= date.lengthOfMonth() - dayOfMonth; ahead++) {
                last &= !working(day + ahead);
            }
            flags[3] = last ? 1 : 0;
        }
        flags[4] = dayOfMonth >= 14 && dayOfMonth <= 16 ? 1 : 0;
        flags[5] = dayOfMonth <= 4 ? 1 : 0;
        return flags;
    }

    /** Where in its month a day lies, in (0, 1): (day of month - ½) / days of the month. */
    public double monthPhase(int day) {
        LocalDate date = history.date(day);
        return (date.getDayOfMonth() - 0.5) / date.lengthOfMonth();
    }

    private boolean working(int day) {
        boolean weekday = !office || history.weekday(day) < MONDAY_TO_FRIDAY;
        return weekday && (day < 0 ? habitual[history.weekday(day)] : open(day));
    }

    private double closed(int at) {
        return at >= 0 && at < dayOfIndex.length && !open(dayOfIndex[at]) ? 1 : 0;
    }
}
