package io.deskpulse.ops.shops;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.shops.OpenStretch;
import io.deskpulse.streaming.shops.ShopFile;
import io.deskpulse.streaming.shops.ShopHours;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTextTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @Test
    void readsWhatItWrites() {
        ShopHours hours = new ShopHours(List.of(
                new OpenStretch(ShopHours.ALWAYS, ShopHours.FOREVER, 1, 32_400, 43_200),
                new OpenStretch(DAY, DAY.plusDays(1), OpenStretch.ONE_DATE, 0, 0)));

        assertThat(HoursText.literal(hours))
                .isEqualTo("[('1970-01-01','2149-06-06',1,32400,43200),('2026-11-28','2026-11-29',0,0,0)]");
        assertThat(HoursText.parse(HoursText.literal(hours))).isEqualTo(hours);
        assertThat(HoursText.parse("[]").stretches()).isEmpty();
    }

    @Test
    void tellsWeekdaysWithEqualHoursTogether() {
        assertThat(HoursText.words(ShopHours.daily(28_800, 82_800), DAY)).isEqualTo("daily 08:00-23:00");
        assertThat(words("mon-thu: [\"09:00-12:00\", \"13:00-18:00\"], sat: \"10:00-14:30\", sun: \"22:00-24:00\""))
                .isEqualTo("mon-thu 09:00-12:00 13:00-18:00, sat 10:00-14:30, sun 22:00-24:00");
        assertThat(HoursText.words(new ShopHours(List.of()), DAY)).isEqualTo("never");
    }

    @ParameterizedTest
    @CsvSource({"Asia/Shanghai, Asia/Shanghai", "+05:30, Fixed/UTC+05:30:00", "-09:00, Fixed/UTC-09:00:00"})
    void clickHouseHasANameForEveryZone(String zone, String name) {
        assertThat(ClickHouseZone.nameOf(ZoneId.of(zone))).isEqualTo(name);
        assertThat(ClickHouseZone.of(name)).isEqualTo(ZoneId.of(zone));
    }

    private static String words(String week) {
        ShopFile file = ShopFile.parse("shops: {s1: {hours: {" + week + "}}}");
        return HoursText.words(file.settings().shops().get(0).hours(), DAY);
    }
}
