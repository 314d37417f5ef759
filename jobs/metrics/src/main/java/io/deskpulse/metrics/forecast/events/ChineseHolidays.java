package io.deskpulse.metrics.forecast.events;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * The public holidays of China, as events whose effect is learned; lunar ones by table, which ends in 2030 and is to be continued here.
 *
 * <p>Lunar New Year is the 1st day of the 1st lunar month, the Dragon Boat festival the 5th of the 5th, Mid-Autumn the 15th of the 8th. Which working days
 * are moved for a holiday is decided year by year and not known here.
 */
public final class ChineseHolidays {
    private static final String KIND = "holiday";
    private static final int FIRST_YEAR = 2020;

    /** New Year, Dragon Boat, Mid-Autumn of each year from 2020, as month × 100 + day. */
    private static final int[][] LUNAR = {
        {125, 625, 1001},
        {212, 614, 921},
        {201, 603, 910},
        {122, 622, 929},
        {210, 610, 917},
        {129, 531, 1006},
        {217, 619, 925},
        {206, 609, 915},
        {126, 528, 1003},
        {213, 616, 922},
        {203, 605, 912}
    };

    private ChineseHolidays() {}

    /** First year of the table. */
    public static int firstYear() {
        return FIRST_YEAR;
    }

    /** Last year of the table. */
    public static int lastYear() {
        return FIRST_YEAR + LUNAR.length - 1;
    }

    /** The holidays of the years of two dates and all between, as far as the table goes. */
    public static List<EventPhase> between(LocalDate from, LocalDate to) {
        List<EventPhase> holidays = new ArrayList<>();
        int last = Math.min(to.getYear(), lastYear());
        for (int year = Math.max(from.getYear(), FIRST_YEAR); year <= last; year++) {
            LocalDate newYear = lunar(year, 0);
            holidays.add(phase("new-year", "before", newYear, -7, -1));
            holidays.add(phase("new-year", KIND, newYear, 0, 6));
            holidays.add(phase("new-year", "after", newYear, 7, 9));
            holidays.add(phase("tomb-sweeping", KIND, MonthDay.of(4, 4).atYear(year), 0, 1));
            holidays.add(phase("labour-day", KIND, MonthDay.of(5, 1).atYear(year), 0, 2));
            holidays.add(phase("dragon-boat", KIND, lunar(year, 1), 0, 0));
            holidays.add(phase("mid-autumn", KIND, lunar(year, 2), 0, 0));
            holidays.add(phase("national-day", KIND, MonthDay.of(10, 1).atYear(year), 0, 6));
        }
        return holidays;
    }

    private static LocalDate lunar(int year, int festival) {
        int date = LUNAR[year - FIRST_YEAR][festival];
        return LocalDate.of(year, date / 100, date % 100);
    }

    private static EventPhase phase(String name, String phase, LocalDate date, int from, int to) {
        return new EventPhase(name, name, phase, date, from, to, 0, LocalDate.MIN);
    }
}
