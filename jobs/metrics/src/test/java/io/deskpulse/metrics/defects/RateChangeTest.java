package io.deskpulse.metrics.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.defects.RateChange.Verdict;
import io.deskpulse.metrics.numbers.BetaDistribution;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateChangeTest {

    /** Intervals of binomial shares as R's binom.test prints them, to its four digits. */
    @ParameterizedTest
    @CsvSource({"10, 100, 0.04900, 0.17622", "1, 10, 0.002529, 0.445016", "5, 5, 0.478176, 1", "0, 20, 0, 0.168433"})
    void theIntervalOfAShareIsThatOfClopperAndPearson(int of, int all, double low, double high) {
        assertThat(of == 0 ? 0 : new BetaDistribution(of, all - of + 1.0).quantile(0.025))
                .isCloseTo(low, within(5e-5));
        assertThat(of == all ? 1 : new BetaDistribution(of + 1.0, all - of).quantile(0.975))
                .isCloseTo(high, within(5e-5));
    }

    @Test
    void theBetaDistributionIsThatOfASecondLibrary() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            double a = random.nextDouble(0.2, 400);
            double b = random.nextDouble(0.2, 400);
            double x = random.nextDouble(0.001, 0.999);

            assertThat(new BetaDistribution(a, b).cumulative(x))
                    .as("I(%s; %s, %s)", x, a, b)
                    .isCloseTo(
                            new org.hipparchus.distribution.continuous.BetaDistribution(a, b).cumulativeProbability(x),
                            within(1e-10));
        }
    }

    /** Garwood's table: of 0 the upper end is -ln .025, of 10 events the interval is 4.7954 to 18.3904. */
    @Test
    void theIntervalOfARateIsGarwoods() {
        Evidence ten = new Evidence(10, 1_000);

        assertThat(ten.rate()).isEqualTo(0.01);
        assertThat(ten.low()).isCloseTo(0.0047954, within(1e-7));
        assertThat(ten.high()).isCloseTo(0.0183904, within(1e-7));
        assertThat(new Evidence(0, 100).low()).isZero();
        assertThat(new Evidence(0, 100).high()).isCloseTo(-Math.log(0.025) / 100, within(1e-12));
        assertThat(new Evidence(3, 0).rate()).isNaN();
    }

    @Test
    void aFixThatWorkedIsDown() {
        RateChange change = RateChange.of(new Evidence(60, 2_000), new Evidence(23, 2_000));

        assertThat(change.verdict()).isEqualTo(Verdict.DOWN);
        assertThat(change.ratio()).isCloseTo(23.0 / 60, within(1e-12));
        assertThat(change.low()).isLessThan(change.ratio());
        assertThat(change.high()).isGreaterThan(change.ratio()).isLessThan(1);
    }

    @Test
    void moreSalesAreNoMoreDefects() {
        RateChange change = RateChange.of(new Evidence(10, 1_000), new Evidence(100, 10_000));

        assertThat(change.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(change.ratio()).isCloseTo(1, within(1e-12));
    }

    @Test
    void noCaseOnOneSideBoundsTheOtherEnd() {
        RateChange gone = RateChange.of(new Evidence(12, 500), new Evidence(0, 500));
        RateChange come = RateChange.of(new Evidence(0, 500), new Evidence(12, 500));

        assertThat(gone.verdict()).isEqualTo(Verdict.DOWN);
        assertThat(gone.ratio()).isZero();
        assertThat(gone.low()).isZero();
        assertThat(come.verdict()).isEqualTo(Verdict.UP);
        assertThat(come.ratio()).isNaN();
        assertThat(come.high()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"2, 1000, 2, 1000", "40, 29, 40, 1000", "40, 1000, 0, 29"})
    void thinEvidenceSaysNothing(long before, long exposedBefore, long after, long exposedAfter) {
        assertThat(RateChange.of(new Evidence(before, exposedBefore), new Evidence(after, exposedAfter))
                        .verdict())
                .isEqualTo(Verdict.INSUFFICIENT);
    }

    /** The interval holds the truth in 95 of 100 cases at least, which is what exact means. */
    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(20261128);
        int held = 0;
        int told = 0;
        for (int i = 0; i < 4_000; i++) {
            Evidence earlier = new Evidence(cases(random, 1_500, 0.012), 1_500);
            Evidence later = new Evidence(cases(random, 900, 0.006), 900);
            RateChange change = RateChange.of(earlier, later);
            if (change.verdict() != Verdict.INSUFFICIENT) {
                told++;
                held += change.low() <= 0.5 && 0.5 <= change.high() ? 1 : 0;
            }
        }

        assertThat(told).isGreaterThan(3_900);
        assertThat(held / (double) told).isBetween(0.95, 0.99);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 12, false",
        "10, 13, true",
        "100, 120, false",
        "100, 126, true",
        "0, 2, false",
        "0, 3, true",
        "5, 0, true"
    })
    void numbersMayMoveByAFifthAndByTwo(long told, long now, boolean tooFar) {
        assertThat(Movement.USUAL.isTooFar(told, now)).isEqualTo(tooFar);
        assertThat(Movement.USUAL.isTooFar(now, told)).isEqualTo(tooFar);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Evidence(-1, 5)).hasMessage("cases and exposures must be >= 0, got -1 and 5");
        assertThatThrownBy(() -> new Movement(0, 1)).hasMessage("percent must be 1 to 100 and least >= 1, got 0 and 1");
        assertThatThrownBy(() -> new BetaDistribution(0, 1)).hasMessageContaining("a must be");
        assertThatThrownBy(() -> new BetaDistribution(1, 1).quantile(1)).hasMessage("p must be in (0, 1), got 1.0");
    }

    private static long cases(SplittableRandom random, int exposures, double rate) {
        long cases = 0;
        for (int i = 0; i < exposures; i++) {
            cases += random.nextDouble() < rate ? 1 : 0;
        }
        return cases;
    }
}
