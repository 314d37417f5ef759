package io.deskpulse.imports.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Different texts are counted once. */
class DistinctTest {
    @Test
    void countsEachTextOnceAndNothingAsNone() {
        Distinct distinct = new Distinct();
        assertThat(distinct.count()).isZero();
        for (int i = 0; i < 300_000; i++) {
            distinct.add("k" + i % 100_000 + "@example.com");
        }
        distinct.add("");
        distinct.add("");

        assertThat(distinct.count()).isEqualTo(100_001);
    }
}
