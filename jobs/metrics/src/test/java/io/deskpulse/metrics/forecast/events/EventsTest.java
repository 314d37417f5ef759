package io.deskpulse.metrics.forecast.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final LocalDate PEAK = LocalDate.of(2025, 11, 11);

    @Test
    void aPhaseFadesFromItsFirstDay() {
        EventPhase returns = new EventPhase("1111", "big", "returns", PEAK, 4, 20, 6, LocalDate.MIN);

        assertThat(returns.weight(PEAK.plusDays(4))).isEqualTo(1);
        assertThat(returns.weight(PEAK.plusDays(10))).isCloseTo(Math.exp(-1), within(1e-12));
        assertThat(returns.weight(PEAK.plusDays(3))).isZero();
        assertThat(returns.weight(PEAK.plusDays(21))).isZero();
        assertThat(returns.sort()).isEqualTo("big/returns");
        assertThat(returns.occurrence()).isEqualTo("1111/returns/2025-11-11");
        assertThatThrownBy(() -> new EventPhase("x", "x", "x", PEAK, 1, 0, 0, LocalDate.MIN))
                .hasMessage("toDay must be >= fromDay, got 1 to 0");
        assertThatThrownBy(() -> new EventPhase("x", "x", "x", PEAK, 0, 0, -1, LocalDate.MIN))
                .hasMessage("decayDays must be >= 0, got -1.0");
    }

    @Test
    void aVersionOfTheCalendarKnowsNothingOfLaterOnes() {
        EventPhase late = new EventPhase("1111", "big", "peak", PEAK, 0, 0, 0, PEAK.minusDays(5));
        Tag tag = new Tag(Tag.Reason.OUTAGE, PEAK, PEAK, PEAK.plusDays(1));
        EventCalendar calendar = new EventCalendar(List.of(late), List.of(tag));

        assertThat(calendar.asOf(PEAK.minusDays(6)).on(PEAK)).isEmpty();
        assertThat(calendar.asOf(PEAK.minusDays(5)).on(PEAK)).containsExactly(late);
        assertThat(calendar.asOf(PEAK).tagged(PEAK)).isFalse();
        assertThat(calendar.asOf(PEAK.plusDays(1)).tagged(PEAK)).isTrue();
        assertThat(calendar.changes()).containsExactly(PEAK.minusDays(5), PEAK.plusDays(1));
        assertThatThrownBy(() -> new Tag(Tag.Reason.TEST, PEAK, PEAK.minusDays(1), PEAK))
                .hasMessageStartingWith("to must not be before from");
    }

    @Test
    void lunarHolidaysLieWhereTheMoonSays() {
        List<EventPhase> holidays = ChineseHolidays.between(
                LocalDate.of(ChineseHolidays.firstYear(), 1, 1), LocalDate.of(ChineseHolidays.lastYear(), 1, 1));

        for (EventPhase holiday : holidays) {
            int dayOfMoon = switch (holiday.name()) {
                case "new-year" -> 1;
                case "dragon-boat" -> 5;
                case "mid-autumn" -> 15;
                default -> 0;
            };
            if (dayOfMoon > 0) {
                assertThat(newMoonUpTo(holiday.peak()))
                        .as("%s", holiday)
                        .isEqualTo(holiday.peak().minusDays(dayOfMoon - 1));
            }
        }
        assertThat(holidays).hasSize(8 * (ChineseHolidays.lastYear() - ChineseHolidays.firstYear() + 1));
    }

    /** The date in China of the last new moon that is not after a date (Meeus 1998, chapter 49, main terms: to some minutes). */
    private static LocalDate newMoonUpTo(LocalDate date) {
        int k = (int) Math.floor((date.getYear() + (date.getDayOfYear() + 20) / 365.25 - 2000) * 12.3685);
        while (newMoon(k).isAfter(date)) {
            k--;
        }
        return newMoon(k);
    }

    private static LocalDate newMoon(int k) {
        double t = k / 1236.85;
        double sun = Math.toRadians(2.5534 + 29.10535670 * k);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        double node = Math.toRadians(160.7108 + 390.67050284 * k);
        double julian = 2451550.09766
                + 29.530588861 * k
                + 0.00015437 * t * t
                - 0.40720 * Math.sin(moon)
                + 0.17241 * Math.sin(sun)
                + 0.01608 * Math.sin(2 * moon)
                + 0.01039 * Math.sin(2 * node)
                + 0.00739 * Math.sin(moon - sun)
                - 0.00514 * Math.sin(moon + sun)
                + 0.00208 * Math.sin(2 * sun);
        long seconds = Math.round((julian - 2440587.5) * 86_400) - 70;
        return Instant.ofEpochSecond(seconds).atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }
}
