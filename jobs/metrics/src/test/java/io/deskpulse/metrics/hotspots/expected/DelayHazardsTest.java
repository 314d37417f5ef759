package io.deskpulse.metrics.hotspots.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelayHazardsTest {
    private static final List<Reason> REASONS = List.of(new Reason("broken", ExposureType.SIGNED));

    private final Rings rings = new Rings();
    private final DelayHazards hazards = new DelayHazards(REASONS, PooledParameters.none(1));

    /** Sales double every ten bins; one in a hundred exposures complains two bins later, one in a hundred eight bins later. */
    @Test
    void growthOfSalesDoesNotShortenDelays() {
        int ring = rings.findOrAdd(ExposureType.SIGNED, Dimension.SHOP, "");
        double sold = 200;
        for (int bin = 0; bin < 120; bin++) {
            rings.expose(ring, (int) sold, ShopBins.BIN_MILLIS / 2);
            complain(rings.count(ring, 2) / 100, 2);
            complain(rings.count(ring, 8) / 100, 8);
            hazards.expose(ExposureType.SIGNED, rings, ring);
            rings.roll();
            sold *= Math.pow(2, .1);
        }
        hazards.refresh();

        assertThat(hazards.effective[0][AgeGroups.of(2)]).isCloseTo(.01, within(1e-3));
        assertThat(hazards.effective[0][AgeGroups.of(8)] * 3)
                .as("of three ages")
                .isCloseTo(.01, within(1e-3));
        assertThat(hazards.expected(0, rings, ring) / sold)
                .as("of the next bin")
                .isCloseTo(.01 * Math.pow(2, -.2) + .01 * Math.pow(2, -.8), within(1e-3));
    }

    @Test
    void complaintsOfUnknownAgeAreSharedOut() {
        int ring = rings.findOrAdd(ExposureType.SIGNED, Dimension.SHOP, "");
        rings.expose(ring, 100_000, 0);
        hazards.expose(ExposureType.SIGNED, rings, ring);
        complain(500, 0);
        complain(500, -1);
        hazards.refresh();

        assertThat(hazards.effective[0][0]).isCloseTo(.01, within(1e-4));
        assertThat(hazards.complaints(0)).isEqualTo(1000);
    }

    /** The closed form of a past without complaints is the sum over its bins. */
    @Test
    void newCellKnowsWhatItsPastExpected() {
        int shop = rings.findOrAdd(ExposureType.SIGNED, Dimension.SHOP, "");
        rings.expose(shop, 10_000, 0);
        hazards.expose(ExposureType.SIGNED, rings, shop);
        complain(300, 0);
        complain(200, 3);
        complain(100, 40);
        hazards.refresh();
        int ring = rings.findOrAdd(ExposureType.SIGNED, Dimension.SKU, "new");

        double past = 0;
        for (int bin = 0; bin < 200; bin++) {
            rings.expose(ring, 7 + bin % 5, 0);
            double units = hazards.expected(0, rings, ring) + hazards.effective[0][0] * rings.count(ring, 0);
            rings.roll();
            past = (past + units) * Rings.BIN_DECAY;
        }

        assertThat(hazards.expectedBefore(0, rings, ring)).isCloseTo(past, within(1e-5 * past));
    }

    /** Other shops complain of one exposure in a thousand, this one of one in a hundred: after a day its own level is believed. */
    @Test
    void aNewShopHasTheDelaysOfOthersAndItsOwnLevel() {
        PooledParameters pool = PooledParameters.none(1);
        pool.complaintsByAge()[0][AgeGroups.of(2)] = PooledParameters.WEIGHT;
        Arrays.fill(pool.exposuresByAge()[0], 50_000);
        DelayHazards young = new DelayHazards(REASONS, pool);
        assertThat(young.effective[0][AgeGroups.of(2)]).isBetween(.0005, .001);

        int ring = rings.findOrAdd(ExposureType.SIGNED, Dimension.SHOP, "");
        for (int bin = 0; bin < 8; bin++) {
            rings.expose(ring, 1_000, ShopBins.BIN_MILLIS / 2);
            young.expose(ExposureType.SIGNED, rings, ring);
            for (int complaint = 0; complaint < rings.count(ring, 2) / 100; complaint++) {
                young.complain(0, 2);
            }
            rings.roll();
        }
        young.refresh();

        assertThat(young.effective[0][AgeGroups.of(2)])
                .as("one in a hundred, less what three complaints of doubt weigh")
                .isBetween(.006, .01);
        assertThat(young.effective[0][AgeGroups.of(20)])
                .as("nobody complains so late anywhere")
                .isLessThan(.001);
    }

    private void complain(double count, int age) {
        for (int i = 0; i < Math.round(count); i++) {
            hazards.complain(0, age);
        }
    }
}
