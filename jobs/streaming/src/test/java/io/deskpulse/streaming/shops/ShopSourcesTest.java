package io.deskpulse.streaming.shops;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.yaml.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopSourcesTest {
    @TempDir
    private Path directory;

    private String file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(directory.resolve("shops.yaml"), """
                default_shop: {time_zone: Asia/Tokyo, currency: JPY}
                shops:
                  s1: {time_zone: Europe/Berlin}
                """).toString();
    }

    @Test
    void nothingIsSaidByTheBundledSettings() {
        ShopSources sources = ShopSources.of(SettingsFile.BUNDLED, "", Map.of());

        assertThat(sources.told()).isEmpty();
        assertThat(sources.settings()).isEqualTo(ShopSettings.NONE);
    }

    @Test
    void zonesBesideTheFileDescribeFurtherShops() {
        ShopSources sources = ShopSources.of(file, "", Map.of("s1", "Europe/Berlin", "s2", "America/Chicago"));

        assertThat(sources.problems()).isEmpty();
        assertThat(sources.told()).extracting(ShopProfile::id).containsExactly("", "s1", "s2");
        assertThat(sources.settings().other().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(sources.settings().zoneByShop())
                .containsExactly(Map.entry("s1", "Europe/Berlin"), Map.entry("s2", "America/Chicago"));
        assertThat(sources.settings().shops().get(1).money().code()).isEqualTo("JPY");
    }

    @Test
    void zonesThatContradictTheFileAreAProblem() {
        assertThat(ShopSources.of(file, "Asia/Shanghai", Map.of("s1", "Europe/Paris"))
                        .problems())
                .containsExactlyInAnyOrder(
                        "--shops.default-zone: Asia/Shanghai, but default_shop is in Asia/Tokyo by " + file,
                        "--shops.zones: shop s1 is in Europe/Paris, but in Europe/Berlin by " + file);
    }

    @Test
    void mistakesOfTheFileAndOfSettingsAreTold() throws IOException {
        Files.writeString(Path.of(file), "shops: {s1: {currency: EURO}}");

        assertThat(ShopSources.of(file, "Mars", Map.of("s2", "Venus")).problems())
                .containsExactly(
                        "--shops.default-zone: the default zone must be an IANA time zone such as Asia/Shanghai, got Mars",
                        file + ", line 1, column 24: expected an ISO 4217 currency code such as CNY or USD, got EURO",
                        "--shops.zones: the zone of shop s2 must be an IANA time zone such as Asia/Shanghai, got Venus");
        assertThat(ShopSources.of("nowhere.yaml", "", Map.of()).problems())
                .containsExactly("--settings: cannot read nowhere.yaml as UTF-8 text");
    }

    @Test
    void aShopThatNamesNoZoneIsInTheDefaultOne() throws IOException {
        Files.writeString(Path.of(file), "shops: {s1: {currency: EUR}}");

        assertThat(ShopSources.of(file, "Europe/Berlin", Map.of()).settings().zoneByShop())
                .containsExactly(Map.entry("s1", "Europe/Berlin"));
    }

    @Test
    void aDefaultZoneAloneIsThatOfEveryShop() {
        ShopSources sources = ShopSources.of(SettingsFile.BUNDLED, "+05:30", Map.of());

        assertThat(sources.told()).extracting(ShopProfile::zone).containsExactly(ZoneId.of("+05:30"));
    }
}
