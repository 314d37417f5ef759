package io.deskpulse.metrics.hotspots.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Vectors, each made by two independent formulas. */
class UpperTailTest {
    @Test
    void negativeBinomialTailsAreAsTabulated() {
        double[][] tabulated = {
            {3, .8, .02, -11.534517957},
            {3, 2, .1, -7.783640596},
            {6, 4, .5, -9.052084263},
            {12, 20, 3, -8.093967089},
            {40, 50, 15, -12.311299046},
            {100, 12, 40, -8.151880290}
        };
        for (double[] row : tabulated) {
            assertThat(UpperTail.log((long) row[0], row[1], row[2])).isCloseTo(row[3], within(5e-10));
        }
    }

    @Test
    void poissonTailsAreAsTabulated() {
        assertThat(UpperTail.log(3, Double.POSITIVE_INFINITY, .02)).isCloseTo(-13.542820977, within(5e-10));
        assertThat(UpperTail.log(10, Double.POSITIVE_INFINITY, 2)).isCloseTo(-9.976099644, within(5e-10));
    }

    @Test
    void meanPlusTwoDeviationsRingsOftenOnQuietCounts() {
        double[][] exact = {{.2, .0175}, {.5, .0902}, {2, .0527}};
        for (double[] row : exact) {
            long ringing = (long) Math.floor(row[0] + 2 * Math.sqrt(row[0])) + 1;
            assertThat(Math.exp(UpperTail.log(ringing, Double.POSITIVE_INFINITY, row[0])))
                    .isCloseTo(row[1], within(5e-5));
        }
    }

    @Test
    void bothWaysOfSummingMeet() {
        for (double mean : new double[] {.01, .7, 4, 33.3, 250}) {
            double sum = 0;
            for (long n = (long) (4 * mean) + 5; n >= 0; n--) {
                double here = UpperTail.log(n, 7, mean);
                double next = UpperTail.log(n + 1, 7, mean);
                assertThat(next).isLessThan(here);
                sum += Math.exp(here) - Math.exp(next);
            }
            assertThat(sum).isCloseTo(1 - Math.exp(UpperTail.log((long) (4 * mean) + 6, 7, mean)), within(1e-10));
        }
    }

    @Test
    void nothingExpectedLeavesNoRoomForACount() {
        assertThat(UpperTail.log(0, 1, 0)).isZero();
        assertThat(UpperTail.log(1, 1, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
