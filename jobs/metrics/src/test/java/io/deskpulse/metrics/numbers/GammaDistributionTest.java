package io.deskpulse.metrics.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GammaDistributionTest {
    @Test
    void agreesWithAnotherLibrary() {
        for (double shape : new double[] {.05, .5, 1, 3.7, 40, 900}) {
            for (double rate : new double[] {.2, 1, 7}) {
                org.hipparchus.distribution.continuous.GammaDistribution other =
                        new org.hipparchus.distribution.continuous.GammaDistribution(shape, 1 / rate);
                GammaDistribution ours = new GammaDistribution(shape, rate);
                for (double x = .01; x < 5 * (shape + 1) / rate; x *= 1.7) {
                    assertThat(ours.cumulative(x)).isCloseTo(other.cumulativeProbability(x), within(1e-10));
                }
            }
        }
    }

    @Test
    void quantileIsTheInverse() {
        for (double shape : new double[] {.05, .5, 1, 3.7, 40, 9000}) {
            GammaDistribution gamma = new GammaDistribution(shape, .7);
            for (double p : new double[] {1e-6, .05, .3, .5, .95, .9999}) {
                assertThat(gamma.cumulative(gamma.quantile(p))).isCloseTo(p, within(1e-9));
            }
        }
    }

    @Test
    void ofShapeOneIsExponential() {
        assertThat(new GammaDistribution(1, 2).quantile(.5)).isCloseTo(Math.log(2) / 2, within(1e-13));
        assertThat(new GammaDistribution(1, 2).cumulative(-1)).isZero();
    }

    @Test
    void refusesShapesAndRatesOfNone() {
        assertThatThrownBy(() -> new GammaDistribution(0, 1)).hasMessage("shape must be > 0, got 0.0");
        assertThatThrownBy(() -> new GammaDistribution(1, 0)).hasMessage("rate must be > 0, got 0.0");
    }
}
