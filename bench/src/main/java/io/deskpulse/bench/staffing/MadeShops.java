package io.deskpulse.bench.staffing;

import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.planning.AwayTime;
import io.deskpulse.metrics.planning.DayGrid;
import io.deskpulse.metrics.planning.Roster;
import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.metrics.planning.ServiceInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Shops of a benchmark: thirteen weeks of contacts, many small ones and some large, each 50 to 5,000 a week and channel. */
final class MadeShops {
    static final int WEEKS = 13;
    static final String MOMENT_TEXT = "2026-11-02T00:00:00+08:00";
    static final Instant MOMENT = Instant.parse("2026-11-01T16:00:00Z");

    private static final int DAYS = 7 * WEEKS;
    private static final DayGrid GRID = new DayGrid(ZoneId.of("Asia/Shanghai"), 30);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2).minusDays(DAYS);

    private MadeShops() {}

    static SeriesInput series(int number) {
        SplittableRandom random = new SplittableRandom(number);
        double weekly = 50 * Math.pow(10, 2 * random.nextDouble());
        double[][] contacts = new double[DAYS + 1][GRID.slots()];
        for (int day = 0; day < DAYS; day++) {
            double swing = Math.exp(0.06 * random.nextGaussian());
            for (int slot = 0; slot < GRID.slots(); slot++) {
                contacts[day][slot] = count(random, weekly / 7 * swing * share(slot));
            }
        }
        Arrays.fill(contacts[DAYS], Double.NaN);
        double[] handled = new double[GRID.slots()];
        double[] seconds = new double[GRID.slots()];
        Arrays.fill(handled, 100);
        Arrays.fill(seconds, 100 * 400);
        ServiceInput service = new ServiceInput(
                handled,
                seconds,
                0,
                0,
                List.of(500.0, 300.0, 100.0),
                List.of(500 * 300.0, 300 * 400.0, 100 * 550.0),
                AwayTime.none(GRID.slots()));
        return new SeriesInput(
                "shop-" + number,
                "CHAT",
                GRID,
                FIRST,
                contacts,
                EventCalendar.NONE,
                List.of(),
                service,
                List.of(),
                Roster.NONE);
    }

    /** Facts of shops: two chats each half hour from 09:00 to 21:00. */
    static String facts(int shops) {
        return """
                INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, channel, asked_for_human,
                    first_event_at, last_event_at, first_question_at, closed_at, waits.opened_at, waits.answered_at,
                    speaking_agents)
                SELECT concat('shop-', toString(intDiv(number, %1$d * 24 * 2))), toDate('%2$s') + intDiv(number, 24 * 2) %% %1$d,
                    concat('c', toString(number)), 1, 'CHAT', true,
                    toDateTime64('%2$s 01:00:00', 3, 'UTC') + toIntervalDay(intDiv(number, 24 * 2) %% %1$d)
                        + toIntervalMinute(30 * intDiv(number %% 48, 2) + number %% 7) AS at,
                    at + toIntervalMinute(6), at, at + toIntervalMinute(6), [at], [at + toIntervalSecond(20)], ['a1']
                FROM numbers(%3$d) SETTINGS max_partitions_per_insert_block = 0
                """.formatted(DAYS, FIRST, 48L * shops * DAYS);
    }

    private static double share(int slot) {
        double hour = slot / 2.0 + 0.25;
        return (0.02 + bump(hour, 10.5, 1.8) + bump(hour, 15.5, 2) + bump(hour, 21, 1.6)) / 27.9;
    }

    private static double bump(double hour, double middle, double width) {
        return Math.exp(-(hour - middle) * (hour - middle) / (2 * width * width));
    }

    private static double count(SplittableRandom random, double mean) {
        double limit = random.nextDouble();
        double chance = Math.exp(-mean);
        double sum = chance;
        int count = 0;
        while (limit > sum && count < 2_000) {
            count++;
            chance *= mean / count;
            sum += chance;
        }
        return count;
    }
}
