package io.deskpulse.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.demo.script.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalCurveTest {

    private static final long MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final List<Integer> FLAT = Collections.nCopies(24, 7);

    @Test
    void sharesOfAnOrdinaryDaySumToOne() {
        ArrivalCurve curve =
                new ArrivalCurve(ZoneOffset.UTC, DemoShops.all().get(0).hourlyWeights(), List.of(), 1);
        double sum = 0;
        for (int minute = 0; minute < 1440; minute++) {
            sum += curve.shareAt(MIDNIGHT + minute * 60_000L);
        }

        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void aPromotionOpensWithItsFactorGathersBeforeAndFadesAcrossMidnight() {
        ArrivalCurve curve = new ArrivalCurve(ZoneOffset.UTC, FLAT, List.of(LocalTime.of(23, 30)), 4);
        double usual = 1.0 / 1440;
        long opening = MIDNIGHT + 23 * HOUR + HOUR / 2;

        assertThat(curve.shareAt(opening)).isCloseTo(4 * usual, within(1e-9));
        assertThat(curve.shareAt(opening - 60_000)).isBetween(2 * usual, 3 * usual);
        assertThat(curve.shareAt(opening - HOUR)).isCloseTo(usual, within(1e-9));
        assertThat(curve.shareAt(opening + HOUR)).isCloseTo((1 + 3 * Math.exp(-2)) * usual, within(1e-9));
        assertThat(curve.shareAt(opening + 3 * HOUR)).isCloseTo(usual, within(1e-9));
    }

    @Test
    void arrivalsAreAsManyAsTheCurveSays() {
        ArrivalCurve curve = new ArrivalCurve(ZoneOffset.UTC, FLAT, List.of(), 1);
        Dice dice = new Dice(5);
        int arrivals = 0;
        for (long at = MIDNIGHT; at < MIDNIGHT + 24 * HOUR; at = curve.nextAfter(at, 10_000, dice)) {
            arrivals++;
        }

        assertThat(arrivals).isBetween(9_600, 10_400); // four standard deviations
    }
}
