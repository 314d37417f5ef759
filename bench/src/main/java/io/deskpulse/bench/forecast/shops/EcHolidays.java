package io.deskpulse.bench.forecast.shops;

import io.deskpulse.metrics.forecast.events.EventPhase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The holidays of the made worlds: solar ones, and lunar ones by table. */
final class EcHolidays {
    private static final List<LocalDate> NEW_YEARS = List.of(LocalDate.of(2024, 2, 10), LocalDate.of(2025, 1, 29));
    private static final List<Fixed> FIXED = List.of(
            new Fixed("national-day", 0.85, 7, LocalDate.of(2024, 10, 1), LocalDate.of(2025, 10, 1)),
            new Fixed("labour-day", 0.90, 3, LocalDate.of(2024, 5, 1), LocalDate.of(2025, 5, 1)),
            new Fixed("tomb-sweeping", 0.90, 1, LocalDate.of(2024, 4, 4), LocalDate.of(2025, 4, 4)),
            new Fixed("dragon-boat", 0.90, 1, LocalDate.of(2024, 6, 10), LocalDate.of(2025, 5, 31)),
            new Fixed("mid-autumn", 0.90, 1, LocalDate.of(2024, 9, 17), LocalDate.of(2025, 10, 6)));

    private EcHolidays() {}

    private record Fixed(String name, double factor, int days, LocalDate first, LocalDate second) {
        boolean covers(LocalDate date) {
            return covers(first, date) || covers(second, date);
        }

        private boolean covers(LocalDate from, LocalDate date) {
            long day = ChronoUnit.DAYS.between(from, date);
            return day >= 0 && day < days;
        }
    }

    /** The true log factor of a date for one shop: that of the first holiday that covers it, 0 on other days. */
    static double log(LocalDate date, EcNumbers numbers) {
        for (LocalDate newYear : NEW_YEARS) {
            long day = ChronoUnit.DAYS.between(newYear, date);
            if (day >= -7 && day <= -1) {
                return Math.log(0.75) + 0.1 * numbers.normal(5, 100);
            }
            if (day >= 0 && day <= 6) {
                return Math.log(0.40) + 0.1 * numbers.normal(5, 101);
            }
            if (day >= 7 && day <= 9) {
                return Math.log(0.85) + 0.1 * numbers.normal(5, 102);
            }
        }
        return FIXED.stream()
                .filter(holiday -> holiday.covers(date))
                .findFirst()
                .map(holiday -> Math.log(holiday.factor))
                .orElse(0.0);
    }

    /** Whether a date is a holiday. */
    static boolean covers(LocalDate date) {
        return NEW_YEARS.stream().anyMatch(newYear -> {
                    long day = ChronoUnit.DAYS.between(newYear, date);
                    return day >= -7 && day <= 9;
                })
                || FIXED.stream().anyMatch(holiday -> holiday.covers(date));
    }

    /** All holidays as a forecaster knows them; where two meet, the days of the first alone. */
    static List<EventPhase> all() {
        List<EventPhase> all = new ArrayList<>();
        for (LocalDate newYear : NEW_YEARS) {
            all.add(phase("new-year", "new-year", "before", newYear, -7, -1));
            all.add(phase("new-year", "new-year", "holiday", newYear, 0, 6));
            all.add(phase("new-year", "new-year", "after", newYear, 7, 9));
        }
        for (Fixed holiday : FIXED) {
            for (LocalDate date : List.of(holiday.first, holiday.second)) {
                boolean hidden =
                        FIXED.stream().takeWhile(other -> other != holiday).anyMatch(other -> other.covers(date));
                if (!hidden) {
                    all.add(phase(holiday.name, "holiday", holiday.name, date, 0, holiday.days - 1));
                }
            }
        }
        return all;
    }

    private static EventPhase phase(String name, String kind, String phase, LocalDate date, int from, int to) {
        return new EventPhase(name, kind, phase, date, from, to, 0, LocalDate.MIN);
    }
}
