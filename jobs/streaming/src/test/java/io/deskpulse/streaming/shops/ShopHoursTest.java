package io.deskpulse.streaming.shops;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.calendar.OpenHours;
import io.deskpulse.metrics.calendar.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SUMMER = LocalDate.of(2026, 6, 1);

    /** A Monday. */
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 6, 8);

    @Test
    void isOpenWhenAnyScheduleIs() {
        ShopHours hours = ShopHours.of(List.of(
                schedule(Schedule.ALWAYS, Schedule.FOREVER, Map.of(), new OpenHours(9, 12), new OpenHours(20, 30)),
                schedule(Schedule.ALWAYS, Schedule.FOREVER, Map.of(), new OpenHours(12, 15))));

        assertThat(hours.stretches())
                .containsExactly(
                        new OpenStretch(ShopHours.ALWAYS, ShopHours.FOREVER, 1, 9, 15),
                        new OpenStretch(ShopHours.ALWAYS, ShopHours.FOREVER, 1, 20, 30));
    }

    @Test
    void schedulesFollowEachOther() {
        ShopHours hours = ShopHours.of(List.of(
                schedule(Schedule.ALWAYS, SUMMER, Map.of(), new OpenHours(9, 12)),
                schedule(SUMMER, Schedule.FOREVER, Map.of(HOLIDAY, List.of()), new OpenHours(7, 10))));

        assertThat(hours.stretches())
                .containsExactly(
                        new OpenStretch(ShopHours.ALWAYS, SUMMER, 1, 9, 12),
                        new OpenStretch(SUMMER, ShopHours.FOREVER, 1, 7, 10),
                        new OpenStretch(HOLIDAY, HOLIDAY.plusDays(1), OpenStretch.ONE_DATE, 0, 0));
        assertThat(hours.closingSecond(SUMMER.minusDays(7))).hasValue(12);
        assertThat(hours.closingSecond(SUMMER)).hasValue(10);
        assertThat(hours.closingSecond(HOLIDAY)).isEmpty();
    }

    @Test
    void aHolidayOfOneTeamIsNoneOfTheOther() {
        ShopHours hours = ShopHours.of(List.of(
                schedule(Schedule.ALWAYS, Schedule.FOREVER, Map.of(HOLIDAY, List.of()), new OpenHours(9, 12)),
                schedule(Schedule.ALWAYS, Schedule.FOREVER, Map.of(), new OpenHours(11, 15))));

        assertThat(hours.stretches())
                .contains(new OpenStretch(HOLIDAY, HOLIDAY.plusDays(1), OpenStretch.ONE_DATE, 11, 15));
        assertThat(hours.closingSecond(HOLIDAY)).hasValue(15);
    }

    private static Schedule schedule(
            LocalDate from, LocalDate to, Map<LocalDate, List<OpenHours>> dates, OpenHours... mondays) {
        return new Schedule(BERLIN, Map.of(DayOfWeek.MONDAY, List.of(mondays)), dates, from, to);
    }
}
