package io.deskpulse.metrics.planning.planner;

import io.deskpulse.metrics.forecast.Knowledge;
import io.deskpulse.metrics.forecast.SharedLearning;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.shape.WeekdayProfile;
import io.deskpulse.metrics.planning.SeriesInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a channel's shops have in common, for shops that are too young to know it themselves.
 *
 * @param knowledge how much totals move, and what events do
 * @param weekdays factor of each weekday, 0 for Monday, of mean 1; empty when no shop is old enough
 * @param profile share of each slot in a day; empty when no shop is old enough
 * @param spread how far young shops fall from these; null when no shop is old enough
 */
public record Learned(Knowledge knowledge, double[] weekdays, double[] profile, ColdSpread spread) {
    /** Nothing. */
    public static final Learned NOTHING = new Learned(Knowledge.NONE, new double[0], new double[0], null);

    private static final int LEAST_DAYS = 28;

    /**
     * What some shops teach.
     *
     * @param series of one channel and grid; those with less than four weeks say nothing
     * @param moment nothing that came later is read
     */
    public static Learned of(List<SeriesInput> series, Instant moment) {
        List<SeriesInput> old = series.stream()
                .filter(one -> wholeDays(one, moment) >= LEAST_DAYS)
                .sorted(Comparator.comparing(SeriesInput::shopId))
                .toList();
        if (old.isEmpty()) {
            return NOTHING;
        }
        LocalDate first = old.stream()
                .map(SeriesInput::firstDay)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = old.stream()
                .map(one -> one.grid().day(moment).minusDays(1))
                .min(LocalDate::compareTo)
                .orElseThrow();
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        List<SharedLearning.Shop> shops = new ArrayList<>();
        for (SeriesInput one : old) {
            shops.add(new SharedLearning.Shop(aligned(one, first, days), one.calendar()));
        }
        Knowledge knowledge = SharedLearning.of(shops, days - 1, Knowledge.NONE);
        double[] weekdays = weekdays(shops);
        double[] profile = profile(shops);
        List<History> histories =
                shops.stream().map(SharedLearning.Shop::history).toList();
        return new Learned(knowledge, weekdays, profile, ColdSpread.of(histories, weekdays, profile));
    }

    /** Whether a shop too young for a forecast of its own can be helped. */
    boolean helps() {
        return profile.length > 0;
    }

    private static int wholeDays(SeriesInput one, Instant moment) {
        int known = 0;
        int whole = (int) (one.grid().day(moment).toEpochDay() - one.firstDay().toEpochDay());
        for (int day = 0; day < Math.min(whole, one.contacts().length); day++) {
            known += one.contacts()[day] == null ? 0 : 1;
        }
        return known;
    }

    private static History aligned(SeriesInput one, LocalDate first, int days) {
        double[][] contacts = new double[days][];
        int offset = (int) (one.firstDay().toEpochDay() - first.toEpochDay());
        for (int day = 0; day < one.contacts().length && offset + day < days; day++) {
            contacts[offset + day] = one.contacts()[day];
        }
        return new History(first, contacts);
    }

    private static double[] weekdays(List<SharedLearning.Shop> shops) {
        double[] shares = new double[7];
        for (SharedLearning.Shop shop : shops) {
            History history = shop.history();
            double[] sums = new double[7];
            int[] counts = new int[7];
            for (int day = 0; day < history.days(); day++) {
                if (history.has(day)) {
                    sums[history.weekday(day)] += history.total(day);
                    counts[history.weekday(day)]++;
                }
            }
            for (int weekday = 0; weekday < 7; weekday++) {
                sums[weekday] /= Math.max(1, counts[weekday]);
            }
            add(shares, WeekdayProfile.normalised(sums));
        }
        double[] factors = WeekdayProfile.normalised(shares);
        for (int weekday = 0; weekday < 7; weekday++) {
            factors[weekday] *= 7;
        }
        return factors;
    }

    private static double[] profile(List<SharedLearning.Shop> shops) {
        double[] profile = new double[shops.get(0).history().slots()];
        for (SharedLearning.Shop shop : shops) {
            History history = shop.history();
            double[] sums = new double[profile.length];
            for (int day = 0; day < history.days(); day++) {
                for (int slot = 0; history.has(day) && slot < sums.length; slot++) {
                    double contacts = history.day(day)[slot];
                    sums[slot] += Double.isNaN(contacts) ? 0 : contacts;
                }
            }
            add(profile, WeekdayProfile.normalised(sums));
        }
        return WeekdayProfile.normalised(profile);
    }

    private static void add(double[] to, double[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
    }
}
