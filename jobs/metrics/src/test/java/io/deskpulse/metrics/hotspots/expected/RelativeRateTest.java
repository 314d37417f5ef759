package io.deskpulse.metrics.hotspots.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.numbers.Gamma;
import io.deskpulse.metrics.numbers.GammaDistribution;
import org.junit.jupiter.api.Test;

/** Vectors, each made by two independent formulas. */
class RelativeRateTest {
    @Test
    void fitsHowMuchCellsDiffer() {
        double[] counted = {0, 0, 1, 3, 0, 7, 2, 0, 0, 12};
        double[] expected = {.5, 1.2, .8, 1.5, .2, 2, 1, .7, .4, 3};
        RelativeRate.AlphaFit fit = new RelativeRate.AlphaFit();
        for (int i = 0; i < counted.length; i++) {
            fit.add(counted[i], expected[i]);
        }

        assertThat(fit.best()).isEqualTo(1);
        assertThat(fit.objective(1)).isCloseTo(-17.494924, within(5e-7));
        assertThat(fit.objective(1.5)).isCloseTo(-17.538186, within(5e-7));
    }

    @Test
    void withoutCellsIsTypical() {
        assertThat(new RelativeRate.AlphaFit().best()).isEqualTo(3);
    }

    @Test
    void shrinksTowardsItsReason() {
        RelativeRate rate = new RelativeRate(13, 5.2);
        GammaDistribution posterior = new GammaDistribution(13, 5.2);

        assertThat(rate.mean()).isCloseTo(2.5, within(1e-12));
        assertThat(rate.geometricMean()).isCloseTo(2.404487, within(5e-7));
        assertThat(posterior.quantile(.05)).isCloseTo(1.478765, within(5e-7));
        assertThat(posterior.quantile(.95)).isCloseTo(3.738956, within(5e-7));
    }

    @Test
    void standsOnGammaFunctionsOfKnownValues() {
        assertThat(Gamma.log(.3)).isCloseTo(1.095797994818, within(5e-13));
        assertThat(Gamma.log(300.5)).isCloseTo(1412.053542041266, within(1e-9));
        assertThat(Gamma.digamma(.3)).isCloseTo(-3.502524222200, within(5e-13));
    }
}
