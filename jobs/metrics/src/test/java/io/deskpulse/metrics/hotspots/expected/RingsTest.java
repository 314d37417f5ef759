package io.deskpulse.metrics.hotspots.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RingsTest {
    @Test
    void findsManyByKindAndValue() {
        Rings rings = new Rings();
        for (int i = 0; i < 5000; i++) {
            assertThat(rings.findOrAdd(ExposureType.of(i % 3), Dimension.SKU, "sku-" + i / 3))
                    .isEqualTo(i);
        }

        assertThat(rings.find(ExposureType.SHIPPED, Dimension.SKU, "sku-1000")).isEqualTo(3001);
        assertThat(rings.find(ExposureType.SHIPPED, Dimension.REGION, "sku-1000"))
                .isEqualTo(-1);
        assertThat(rings.value(3001)).isEqualTo("sku-1000");
        assertThat(rings.type(3001)).isEqualTo(ExposureType.SHIPPED);
    }

    @Test
    void convolvesWhereverTheRunningBinStands() {
        SplittableRandom random = new SplittableRandom(1);
        double[] weights = random.doubles(Rings.BINS).toArray();
        float[] kernel = Rings.kernel(weights);
        Rings rings = new Rings();
        int ring = rings.findOrAdd(ExposureType.SIGNED, Dimension.SKU, "a");
        for (int bin = 0; bin < 300; bin++) {
            rings.expose(ring, random.nextInt(1, 50), 0);
            double naive = 0;
            for (int age = 0; age < Rings.BINS; age++) {
                naive += rings.count(ring, age) * weights[age];
            }
            assertThat((double) rings.convolve(ring, kernel)).isCloseTo(naive, within(1e-5 * naive));
            rings.roll();
        }
    }

    @Test
    void knowsWhatItForgot() {
        Rings rings = new Rings();
        int ring = rings.findOrAdd(ExposureType.SIGNED, Dimension.SKU, "a");
        rings.expose(ring, 8, ShopBins.BIN_MILLIS / 4);
        assertThat(rings.runningIntegral(ring, ShopBins.BIN_MILLIS)).isEqualTo(6);

        for (int bin = 0; bin < 180; bin++) {
            rings.roll();
        }

        assertThat(rings.decayed(ring)).as("half after 30 days").isCloseTo(4, within(1e-9));
        assertThat(rings.isEmpty(ring)).isTrue();
        assertThat(rings.count(ring, 180 % Rings.BINS)).isZero();
    }

    @Test
    void keepsTheOrderOfThoseThatStay() {
        Rings rings = new Rings();
        for (int i = 0; i < 200; i++) {
            rings.expose(rings.findOrAdd(ExposureType.SIGNED, Dimension.SKU, "sku-" + i), i + 1, 0);
        }
        int[] moved = new int[200];
        Arrays.setAll(moved, i -> i % 3 == 0 ? -1 : 0);

        rings.keep(moved);

        assertThat(rings.size()).isEqualTo(133);
        assertThat(moved[199]).isEqualTo(rings.find(ExposureType.SIGNED, Dimension.SKU, "sku-199"));
        assertThat(rings.count(moved[199], 0)).isEqualTo(200);
        assertThat(rings.find(ExposureType.SIGNED, Dimension.SKU, "sku-198")).isEqualTo(-1);
        int again = rings.findOrAdd(ExposureType.SIGNED, Dimension.SKU, "sku-198");
        assertThat(rings.count(again, 0))
                .as("no counts of those before it in that place")
                .isZero();
    }
}
