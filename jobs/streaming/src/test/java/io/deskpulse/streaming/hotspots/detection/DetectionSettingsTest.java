package io.deskpulse.streaming.hotspots.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.hotspots.alarms.Campaign;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionSettingsTest {
    @TempDir
    private Path directory;

    @Test
    void defaultsAreHalfAFalseAlarmADayAndWhatIsBundled() {
        Detection detection = read();

        assertThat(detection.settings().falseAlarmsPerShopDay()).isEqualTo(0.5);
        assertThat(detection.settings().reasons())
                .isEqualTo(ReasonTaxonomy.bundled().reasons());
        assertThat(detection.other().zone()).isEqualTo("Asia/Shanghai");
        assertThat(detection.shops()).isEmpty();
    }

    @Test
    void shopsBringTheirZonesAndCampaigns() throws IOException {
        Path file = Files.writeString(directory.resolve("shops.yaml"), """
                shops:
                  berlin:
                    time_zone: Europe/Berlin
                    campaigns: [{name: Sale, from: 2026-01-02, to: 2026-01-03}]
                """);

        Detection detection = read("--settings", file.toString(), "--hotspots.false-alarms-per-shop-day", "0.25");

        assertThat(detection.settings().falseAlarmsPerShopDay()).isEqualTo(0.25);
        assertThat(detection.shops().get("berlin"))
                .isEqualTo(new Detection.ShopCalendar(
                        "Europe/Berlin", List.of(new Campaign("Sale", 1_767_308_400_000L, 1_767_394_800_000L))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "half", "NaN"})
    void aBudgetThatIsNoneIsNamed(String budget) {
        Settings settings = settings("--hotspots.false-alarms-per-shop-day", budget);
        DetectionSettings.read(settings, ReasonTaxonomy.bundled().reasons());

        assertThatThrownBy(settings::check)
                .hasMessageContaining(
                        "--hotspots.false-alarms-per-shop-day must be a number from 0.001 to 100.0, got " + budget);
    }

    /** Of every exposure it knows fifty complaints, of the exposures that lead to them. */
    @Test
    void theBundledPoolWeighsFiftyComplaintsForEachReason() {
        PooledParameters pooled =
                DetectionSettings.pooled(ReasonTaxonomy.bundled().reasons());

        for (int reason = 0; reason < pooled.reasons(); reason++) {
            assertThat(Arrays.stream(pooled.complaintsByAge()[reason]).sum()).isBetween(49.9, 50.1);
            assertThat(Arrays.stream(pooled.exposuresByAge()[reason]).sum()).isGreaterThan(10_000);
            assertThat(pooled.psi()[reason]).isBetween(1.05, 1.6);
        }
        assertThat(Arrays.stream(pooled.complaintsByHour()).sum()).isBetween(49.9, 50.1);
    }

    private static Detection read(String... arguments) {
        Settings settings = settings(arguments);
        return DetectionSettings.read(settings, ReasonTaxonomy.bundled().reasons());
    }

    private static Settings settings(String... arguments) {
        return new Settings(arguments, Map.of());
    }
}
