package io.deskpulse.metrics.hotspots.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ShopBinsTest {
    @Test
    void binsBeginAtTheShopsMidnight() {
        ShopBins bins = new ShopBins(ZoneId.of("Asia/Shanghai"));
        long midnight = Instant.parse("2026-03-01T16:00:00Z").toEpochMilli();

        assertThat(bins.number(midnight))
                .isEqualTo(bins.number(midnight - 1) + 1)
                .isEqualTo(20514 * 6);
        assertThat(bins.untilMillis(midnight)).isEqualTo(midnight + ShopBins.BIN_MILLIS);
        assertThat(bins.position(midnight + 5)).isEqualTo(5);
        assertThat(bins.hour(midnight + 5 * 3_600_000L)).isEqualTo(5);
        assertThat(bins.hour(midnight - 1)).isEqualTo(23);
    }

    @Test
    void binsOfADayWhenClocksChangeAreLongerOrShorter() {
        ShopBins bins = new ShopBins(ZoneId.of("Europe/Berlin"));
        long spring = Instant.parse("2026-03-28T23:00:00Z").toEpochMilli();
        long autumn = Instant.parse("2026-10-24T22:00:00Z").toEpochMilli();

        assertThat(bins.untilMillis(spring) - spring).isEqualTo(3 * 3_600_000L);
        assertThat(bins.position(spring + 3 * 3_600_000L / 2)).isEqualTo(ShopBins.BIN_MILLIS / 2);
        assertThat(bins.untilMillis(autumn) - autumn).isEqualTo(5 * 3_600_000L);
        assertThat(bins.number(autumn + 24 * 3_600_000L)).isEqualTo(bins.number(autumn) + 5);
    }
}
