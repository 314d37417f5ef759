package io.deskpulse.metrics.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final LocalDate MONDAY = LocalDate.of(2003, 3, 3);

    @Test
    void unknownIsNotZero() {
        History history = new History(MONDAY, new double[][] {{1, Double.NaN}, null, {0, 0}});

        assertThat(history.total(0)).isEqualTo(1);
        assertThat(history.has(1)).isFalse();
        assertThat(history.total(1)).isNaN();
        assertThat(history.has(2)).isTrue();
        assertThat(history.total(2)).isZero();
        assertThat(history.has(-1)).isFalse();
        assertThat(history.has(3)).isFalse();
        assertThat(history.lastKnown(1)).isZero();
        assertThat(history.lastKnown(99)).isEqualTo(2);
        assertThat(history.weekday(0)).isZero();
        assertThat(history.weekday(-1)).isEqualTo(6);
        assertThat(history.day(history.date(7))).isEqualTo(7);
        assertThatThrownBy(() -> new History(MONDAY, new double[][] {null})).hasMessage("a history must have a day");
    }

    @Test
    void weekendsThatNeverOpenAreNoGapsInWork() {
        WorkCalendar calendar = new WorkCalendar(weekdays(4), 7);

        assertThat(calendar.habitualWeekdays()).isEqualTo(5);
        assertThat(calendar.index(7) - calendar.index(4)).as("Friday to Monday").isEqualTo(1);
        assertThat(calendar.closedFlags(7)).containsExactly(0, 0, 0);
        assertThat(calendar.open(28)).as("a Monday after the end").isTrue();
        assertThat(calendar.open(33)).as("a Saturday after the end").isFalse();
    }

    @Test
    void aClosedDayShowsOnItsNeighbours() {
        WorkCalendar calendar = new WorkCalendar(weekdays(4, 8), 7);

        assertThat(calendar.closedFlags(7)).as("the day before").containsExactly(0, 0, 1);
        assertThat(calendar.closedFlags(9)).as("the day after").containsExactly(1, 0, 0);
        assertThat(calendar.closedFlags(10)).as("two days after").containsExactly(0, 1, 0);
    }

    @Test
    void knowsThePositionInTheMonth() {
        WorkCalendar calendar = new WorkCalendar(weekdays(10), 7);
        History history = weekdays(10);

        assertThat(calendar.monthFlags(history.day(LocalDate.of(2003, 4, 1)))).containsExactly(1, 0, 0, 0, 0, 1);
        assertThat(calendar.monthFlags(history.day(LocalDate.of(2003, 4, 3)))).containsExactly(0, 0, 1, 0, 0, 1);
        assertThat(calendar.monthFlags(history.day(LocalDate.of(2003, 4, 30)))).containsExactly(0, 0, 0, 1, 0, 0);
        assertThat(calendar.monthFlags(history.day(LocalDate.of(2003, 4, 15)))).containsExactly(0, 0, 0, 0, 1, 0);
        assertThat(calendar.monthPhase(history.day(LocalDate.of(2003, 4, 1)))).isCloseTo(0.5 / 30, within(1e-12));
    }

    private static History weekdays(int weeks, int... closed) {
        double[][] counts = new double[7 * weeks][];
        for (int day = 0; day < counts.length; day++) {
            counts[day] = day % 7 < 5 ? new double[] {5} : null;
        }
        for (int day : closed) {
            counts[day] = null;
        }
        return new History(MONDAY, counts);
    }
}
