package io.deskpulse.bench.forecast.shops;

import io.deskpulse.metrics.forecast.events.EventPhase;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/** The campaigns of the made worlds: their days are known to a forecaster, their factors are not. */
enum EcCampaign {
    C618("618", MonthDay.of(Month.JUNE, 18), true),
    C1111("1111", MonthDay.of(Month.NOVEMBER, 11), true),
    C38("38", MonthDay.of(Month.MARCH, 8), false),
    C99("99", MonthDay.of(Month.SEPTEMBER, 9), false),
    C1212("1212", MonthDay.of(Month.DECEMBER, 12), false);

    static final int EVE = 2;
    static final int PEAK = 3;

    private static final List<String> PHASES = List.of("presale", "hold", "eve", "peak", "ship", "returns");
    private static final int[] FROM = {-21, -10, -1, 0, 1, 4};
    private static final int[] TO = {-11, -2, -1, 0, 3, 13};
    private static final int BIG_RETURNS_TO = 20;
    private static final double[] BIG_FACTORS = {1.35, 1.10, 1.80, 4.00, 2.20, 1.60};
    private static final double[] SMALL_FACTORS = {Double.NaN, Double.NaN, 1.25, 2.00, 1.40, 1.20};

    private final String title;
    private final MonthDay peak;
    private final boolean big;

    EcCampaign(String title, MonthDay peak, boolean big) {
        this.title = title;
        this.peak = peak;
        this.big = big;
    }

    boolean big() {
        return big;
    }

    LocalDate peak(int year) {
        return peak.atYear(year);
    }

    /** Numbers of the phases that it has. */
    List<Integer> phases() {
        return big ? List.of(0, 1, 2, 3, 4, 5) : List.of(2, 3, 4, 5);
    }

    /** The phase as a forecaster knows it. */
    EventPhase phase(int number, int year) {
        int to = big && number == 5 ? BIG_RETURNS_TO : TO[number];
        double decay = number == 5 ? big ? 6 : 4 : 0;
        return new EventPhase(
                title, big ? "big" : "small", PHASES.get(number), peak(year), FROM[number], to, decay, LocalDate.MIN);
    }

    /** The true log factor of a phase of one shop and year. */
    double log(int number, int year, EcNumbers numbers) {
        double mean = Math.log((big ? BIG_FACTORS : SMALL_FACTORS)[number]);
        double spread = big ? 0.2 : 0.12;
        int yearIndex = year == 2024 ? 0 : 1;
        return mean
                + spread * numbers.normal(5, 8L * ordinal() + number)
                + 0.08 * numbers.normal(6, 16L * ordinal() + 8L * yearIndex + number);
    }

    /** All phases of both years. */
    static List<EventPhase> all() {
        List<EventPhase> all = new ArrayList<>();
        for (EcCampaign campaign : values()) {
            for (int year = 2024; year <= 2025; year++) {
                for (int number : campaign.phases()) {
                    all.add(campaign.phase(number, year));
                }
            }
        }
        return all;
    }
}
