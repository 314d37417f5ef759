package io.deskpulse.metrics.hotspots.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import org.junit.jupiter.api.Test;

class DispersionTest {
    private static final double SHAPE = 50;

    @Test
    void tellsClustersFromGoodAndBadDays() {
        Dispersion dispersion = new Dispersion();
        for (int round = 0; round < 2000; round++) {
            for (double mean : new double[] {.1, 1, 5, 20}) {
                // Two days that scatter by just ψ m + κ m² and what the rate's uncertainty adds.
                double off = Math.sqrt(1.2 * mean + .04 * mean * mean + mean * mean / SHAPE);
                dispersion.add(Dimension.REGION, mean + off, mean, SHAPE);
                dispersion.add(Dimension.REGION, mean - off, mean, SHAPE);
            }
        }

        assertThat(dispersion.psi()).isCloseTo(1.2, within(1e-9));
        assertThat(dispersion.kappa(Dimension.REGION, 1.2)).isCloseTo(.04, within(1e-4));
        assertThat(dispersion.kappa(Dimension.SKU, 1.2)).as("no day seen").isCloseTo(.05, within(1e-12));
    }

    @Test
    void withoutDaysIsTypicalAndNeverLeavesItsBounds() {
        assertThat(new Dispersion().psi()).isEqualTo(1.1);

        Dispersion wild = new Dispersion();
        for (int day = 0; day < 1000; day++) {
            wild.add(Dimension.SKU, 0, .001 * day, SHAPE);
            wild.add(Dimension.SKU, 40, 10, SHAPE);
        }
        assertThat(wild.psi()).isBetween(1.05, 1.6);
        assertThat(wild.kappa(Dimension.SKU, wild.psi())).isBetween(.005, .25);
    }
}
