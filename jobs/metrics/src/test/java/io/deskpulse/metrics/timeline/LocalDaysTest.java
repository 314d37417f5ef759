package io.deskpulse.metrics.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LocalDaysTest {

    @Test
    void daysChangeAtLocalMidnight() {
        LocalDays days = new LocalDays(ZoneId.of("Asia/Shanghai"));

        assertThat(days.epochDay(millis("2026-11-10T15:59:59.999Z"))).isEqualTo(day("2026-11-10"));
        assertThat(days.epochDay(millis("2026-11-10T16:00:00Z"))).isEqualTo(day("2026-11-11"));
        assertThat(days.secondOfDay(millis("2026-11-10T16:00:01Z"))).isEqualTo(1);
    }

    @Test
    void wallClockSecondsHoldOnTheDayClocksChange() {
        LocalDays days = new LocalDays(ZoneId.of("Europe/Berlin"));

        assertThat(days.secondOfDay(millis("2026-10-25T07:00:00Z"))).isEqualTo(8 * 3600);
        assertThat(days.epochDay(millis("2026-10-25T22:59:59Z"))).isEqualTo(day("2026-10-25"));
        assertThat(days.epochDay(millis("2026-10-25T23:00:00Z"))).isEqualTo(day("2026-10-26"));
    }

    @Test
    void agreesWithTheCalendarForAnyInstant() {
        ZoneId zone = ZoneId.of("America/New_York");
        LocalDays days = new LocalDays(zone);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            long millis = random.nextLong(-2_000_000_000_000L, 4_000_000_000_000L);

            ZonedDateTime expected = Instant.ofEpochMilli(millis).atZone(zone);
            assertThat(days.epochDay(millis))
                    .isEqualTo((int) expected.toLocalDate().toEpochDay());
            assertThat(days.secondOfDay(millis))
                    .isEqualTo(expected.toLocalTime().toSecondOfDay());
        }
    }

    @Test
    void shopsHaveTheirOwnZone() {
        ShopZones zones = ShopZones.of(ShopZones.DEFAULT_ZONE, Map.of("berlin", "Europe/Berlin"));
        long millis = millis("2026-11-10T20:00:00Z");

        assertThat(zones.of("berlin").epochDay(millis)).isEqualTo(day("2026-11-10"));
        assertThat(zones.of("other").epochDay(millis)).isEqualTo(day("2026-11-11"));
    }

    @Test
    void anUnknownZoneIsNamedWithItsShop() {
        assertThatThrownBy(() -> ShopZones.of(ShopZones.DEFAULT_ZONE, Map.of("s9", "Mars/Base")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shop s9")
                .hasMessageContaining("Mars/Base");
    }

    private static long millis(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }

    private static int day(String iso) {
        return (int) LocalDate.parse(iso).toEpochDay();
    }
}
