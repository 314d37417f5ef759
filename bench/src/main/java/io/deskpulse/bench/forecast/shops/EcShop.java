package io.deskpulse.bench.forecast.shops;

import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.events.Tag;
import io.deskpulse.metrics.forecast.series.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One shop of a made world (protocol EC-1): two years of counts by half-hour, with the truth behind them.
 *
 * <p>Mean = weekly contacts / 7 · weekday · exp(growth, level, holidays, campaigns, a flash day) · shape; counts are Poisson around it with day and slot
 * noise; one day has an outage.
 */
final class EcShop {
    static final int SHOPS = 60;
    static final int DAYS = 731;
    static final int SLOTS = 48;
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private static final int WEEK = 7;
    private static final double EXACT_UP_TO = 50;
    private static final int MOST_STEPS = 400;

    private final int shop;
    private final EcNumbers numbers;
    private final double weekly;
    private final double growth;
    private final double[] weekdays;
    private final double[] level = new double[DAYS / WEEK + 1];
    private final double[] office;
    private final double[] weekend;
    private final int outageDay;
    private final int flashDay;
    private final double[][] means = new double[DAYS][SLOTS];
    private final double[][] counts = new double[DAYS][SLOTS];

    EcShop(long seed, int shop) {
        this.shop = shop;
        this.numbers = EcNumbers.of(seed, shop);
        double u = numbers.uniform(0, 0);
        this.weekly = shop < 20 ? 50 * Math.pow(4, u) : (shop < 40 ? 500 : 10_000) * Math.pow(10, u);
        this.growth = -0.1 + 0.4 * numbers.uniform(0, 6);
        double sunday = 0.75 + 0.4 * numbers.uniform(0, 1);
        this.weekdays = scaled(new double[] {1.06, 1.01, 1, 0.99, 0.98, sunday, sunday}, WEEK);
        for (int week = 1; week < level.length; week++) {
            level[week] = 0.9 * level[week - 1] + 0.04 * numbers.normal(1, week);
        }
        this.office = profile(0);
        this.weekend = profile(1);
        this.outageDay = 200 + (int) Math.floor(300 * numbers.uniform(7, 0));
        this.flashDay = 100 + (int) Math.floor(500 * numbers.uniform(7, 1));
        for (int day = 0; day < DAYS; day++) {
            fill(day);
        }
    }

    /** 0 small, 1 medium, 2 large. */
    int size() {
        return shop / 20;
    }

    double weekly() {
        return weekly;
    }

    EcNumbers numbers() {
        return numbers;
    }

    double[][] counts() {
        return counts;
    }

    /** The true means, without the noise of day and slot. */
    double[][] means() {
        return means;
    }

    int outageDay() {
        return outageDay;
    }

    int flashDay() {
        return flashDay;
    }

    History history() {
        return new History(FIRST, counts);
    }

    /** What a forecaster is told: campaigns, holidays, and the outage once it has been. */
    EventCalendar calendar() {
        List<EventPhase> phases = new ArrayList<>(EcCampaign.all());
        phases.addAll(EcHolidays.all());
        LocalDate outage = FIRST.plusDays(outageDay);
        return new EventCalendar(phases, List.of(new Tag(Tag.Reason.OUTAGE, outage, outage, outage)));
    }

    private double[] profile(int earlier) {
        double[] profile = new double[SLOTS];
        double floor = 0.01 + 0.04 * numbers.uniform(0, 5);
        for (int slot = 0; slot < SLOTS; slot++) {
            double hour = slot / 2.0 + 0.25 - earlier;
            profile[slot] = floor
                    + (0.7 + 0.3 * numbers.uniform(0, 2)) * bell(hour - 10.5, 2 * 1.8 * 1.8)
                    + (0.7 + 0.3 * numbers.uniform(0, 3)) * bell(hour - 15.5, 8)
                    + (0.6 + 0.8 * numbers.uniform(0, 4)) * bell(hour - 21, 2 * 1.6 * 1.6);
        }
        return scaled(profile, 1);
    }

    private void fill(int day) {
        LocalDate date = FIRST.plusDays(day);
        double log = growth * day / 365 + level[day / WEEK] + EcHolidays.log(date, numbers);
        double[] shape = (day % WEEK < 5 ? office : weekend).clone();
        for (EcCampaign campaign : EcCampaign.values()) {
            for (int number : campaign.phases()) {
                double weight = campaign.phase(number, date.getYear()).weight(date);
                if (weight > 0) {
                    log += weight * campaign.log(number, date.getYear(), numbers);
                    lift(shape, number);
                }
            }
        }
        if (day == flashDay) {
            log += Math.log(2.5);
        }
        double total = weekly / WEEK * weekdays[day % WEEK] * Math.exp(log);
        double[] shares = scaled(shape, 1);
        double noise = Math.exp(0.06 * numbers.normal(2, day) - 0.0018);
        for (int slot = 0; slot < SLOTS; slot++) {
            long index = 48L * day + slot;
            means[day][slot] = total * shares[slot];
            double rate = means[day][slot] * noise * Math.exp(0.05 * numbers.normal(3, index) - 0.00125);
            boolean down = day == outageDay && slot >= 20 && slot <= 31;
            counts[day][slot] = down ? 0 : count(rate, index);
        }
    }

    private static void lift(double[] shape, int phase) {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (phase == EcCampaign.EVE && slot >= 40) {
                shape[slot] *= 3;
            } else if (phase == EcCampaign.PEAK && slot < 4) {
                shape[slot] *= 4;
            } else if (phase == EcCampaign.PEAK && slot >= 40) {
                shape[slot] *= 1.5;
            }
        }
    }

    private double count(double rate, long index) {
        if (rate > EXACT_UP_TO) {
            return Math.max(0, Math.floor(rate + Math.sqrt(rate) * numbers.normal(8, index) + 0.5));
        }
        double u = numbers.uniform(4, index);
        double probability = Math.exp(-rate);
        double sum = probability;
        int count = 0;
        while (sum < u && count < MOST_STEPS) {
            count++;
            probability = probability * rate / count;
            sum += probability;
        }
        return count;
    }

    private static double bell(double distance, double width) {
        return Math.exp(-distance * distance / width);
    }

    private static double[] scaled(double[] values, double total) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] * total / sum;
        }
        return scaled;
    }
}
