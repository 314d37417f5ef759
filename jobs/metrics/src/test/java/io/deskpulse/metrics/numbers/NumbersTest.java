package io.deskpulse.metrics.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final Offset<Double> TIGHT = within(1e-12);

    @Test
    void gammaHasItsKnownValues() {
        assertThat(Gamma.log(5)).isCloseTo(Math.log(24), TIGHT);
        assertThat(Gamma.log(0.5)).isCloseTo(Math.log(Math.PI) / 2, TIGHT);
        assertThat(Gamma.digamma(1)).as("minus Euler's constant").isCloseTo(-0.5772156649015329, TIGHT);
        assertThat(Gamma.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, TIGHT);
    }

    @Test
    void gammaAgreesWithAnotherLibrary() {
        for (double x = 0.01; x < 1e4; x *= 1.37) {
            assertThat(Gamma.log(x)).isCloseTo(org.hipparchus.special.Gamma.logGamma(x), within(1e-10 * (1 + x)));
            assertThat(Gamma.digamma(x)).isCloseTo(org.hipparchus.special.Gamma.digamma(x), within(1e-8 * (1 + 1 / x)));
            assertThat(Gamma.trigamma(x) / org.hipparchus.special.Gamma.trigamma(x))
                    .isCloseTo(1, within(1e-8));
        }
    }

    @Test
    void trigammaIsTurnedAround() {
        for (double value = 1e-6; value < 1e5; value *= 2.1) {
            assertThat(Gamma.trigamma(Gamma.inverseTrigamma(value)) / value).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void normalAgreesWithAnotherLibraryAndWithTables() {
        NormalDistribution other = new NormalDistribution();

        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, TIGHT);
        for (double x = -8; x < 8; x += 0.173) {
            assertThat(Normal.cumulative(x) / other.cumulativeProbability(x)).isCloseTo(1, within(1e-7));
        }
        for (double p = 1e-6; p < 1; p += 0.0371) {
            assertThat(Normal.quantile(p)).isCloseTo(other.inverseCumulativeProbability(p), within(1e-9));
        }
        assertThat(Normal.cumulative(-40)).isZero();
        assertThat(Normal.cumulative(40)).isEqualTo(1);
        assertThatThrownBy(() -> Normal.quantile(1)).hasMessage("p must be in (0, 1), got 1.0");
    }

    @Test
    void quantilesInterpolateBetweenOrderStatistics() {
        double[] sorted = {1, 2, 4, 8};

        assertThat(Quantiles.ofSorted(sorted, 0)).isEqualTo(1);
        assertThat(Quantiles.ofSorted(sorted, 1)).isEqualTo(8);
        assertThat(Quantiles.ofSorted(sorted, 0.5)).isEqualTo(3);
        assertThat(Quantiles.ofSorted(sorted, 0.9)).isCloseTo(6.8, TIGHT);
        assertThat(Quantiles.median(new double[] {5, 1, 3})).isEqualTo(3);
        assertThatThrownBy(() -> Quantiles.ofSorted(new double[0], 0.5)).hasMessage("a sample must not be empty");
    }

    @Test
    void quantilesWithoutSortingAreThoseOfTheSortedSample() {
        SplittableRandom random = new SplittableRandom(3);
        double[] levels = {0, 0.025, 0.1, 0.5, 0.9, 0.975, 1};
        for (int size : new int[] {1, 2, 3, 17, 500, 1920}) {
            for (int kind = 0; kind < 4; kind++) {
                double[] sample = new double[size + 5];
                for (int i = 0; i < sample.length; i++) {
                    double value = random.nextGaussian();
                    sample[i] = switch (kind) {
                        case 0 -> value;
                        case 1 -> Math.rint(value);
                        case 2 -> 7;
                        default -> i == 0 ? 1e12 : value;
                    };
                }
                double[] sorted = Arrays.copyOf(sample, size);
                Arrays.sort(sorted);
                double[] expected = Arrays.stream(levels)
                        .map(p -> Quantiles.ofSorted(sorted, p))
                        .toArray();

                assertThat(Quantiles.of(sample, size, levels)).isEqualTo(expected);
            }
        }
        assertThatThrownBy(() -> Quantiles.of(new double[3], 0, levels)).hasMessage("a sample must not be empty");
    }

    @Test
    void quantilesInOnePassAreThoseOneByOne() {
        double[] levels = {0.025, 0.5, 0.975};
        for (double mean : new double[] {0, 0.3, 12, 399, 5000}) {
            for (double dispersion : new double[] {0, 0.04, 1}) {
                NegativeBinomial counts = new NegativeBinomial(mean, dispersion);

                assertThat(counts.quantiles(levels))
                        .isEqualTo(Arrays.stream(levels).map(counts::quantile).toArray());
            }
        }
    }

    @Test
    void negativeBinomialWithoutDispersionIsPoisson() {
        PoissonDistribution other = new PoissonDistribution(3.7);
        NegativeBinomial counts = new NegativeBinomial(3.7, 0);

        for (int count = 0; count < 20; count++) {
            assertThat(counts.cumulative(count)).isCloseTo(other.cumulativeProbability(count), TIGHT);
        }
        assertThat(counts.quantile(0.5)).isEqualTo(4);
        assertThat(counts.cumulative(-1)).isZero();
        assertThat(new NegativeBinomial(0, 1).quantile(0.99)).isZero();
        assertThat(new NegativeBinomial(0, 1).cumulative(0)).isEqualTo(1);
    }

    @Test
    void negativeBinomialOfDispersionOneIsGeometric() {
        NegativeBinomial counts = new NegativeBinomial(2, 1);

        for (int count = 0; count < 12; count++) {
            assertThat(counts.cumulative(count)).isCloseTo(1 - Math.pow(2 / 3.0, count + 1), TIGHT);
        }
    }

    @Test
    void largeCountsGoOnWhereTheSumEnds() {
        for (double p : new double[] {0.025, 0.25, 0.5, 0.9, 0.975}) {
            double summed = new NegativeBinomial(399.9, 0.01).quantile(p);
            double continuous = new NegativeBinomial(400.1, 0.01).quantile(p);
            assertThat(continuous).isCloseTo(summed, within(1.0));
        }
    }

    @Test
    void quadratureIsExactForPolynomials() {
        GaussLegendre rule = new GaussLegendre(3);

        assertThat(rule.integrate(x -> 6 * Math.pow(x, 5), 0, 2, 1)).isCloseTo(64, within(1e-12));
        assertThat(new GaussLegendre(1).integrate(x -> x, 0, 1, 7)).isCloseTo(0.5, within(1e-15));
        assertThat(new GaussLegendre(10).integrate(Math::exp, 0, 1, 4)).isCloseTo(Math.E - 1, within(1e-14));
        assertThat(rule.integrate(x -> 1, 2, 1, 1)).isZero();
        assertThatThrownBy(() -> new GaussLegendre(0)).hasMessage("order must be >= 1, got 0");
    }
}
