package io.deskpulse.streaming.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversionJobSettingsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
            "CLICKHOUSE_URL", "http://house:8123/deskpulse",
            "CLICKHOUSE_PASSWORD", "the password",
            "DESKPULSE_HASH_KEY", "a key of good length");

    @Test
    void theEnvironmentAloneIsEnough() {
        ConversionJobSettings settings = read(new String[0], ENVIRONMENT);

        assertThat(settings.chat().name()).isEqualTo("deskpulse.chat.v1");
        assertThat(settings.orders().name()).isEqualTo("deskpulse.orders.v1");
        assertThat(settings.job().connections().deadLetters().name()).isEqualTo("deskpulse.dead-letters.v1");
        assertThat(settings.orders().group()).isEqualTo("conversion");
        assertThat(settings.job().connections().clickHouse().server())
                .hasToString("http://house:8123/deskpulse as deskpulse_writer");
        assertThat(settings.job().disorder()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.family()).isEqualTo(new BuyerFamily(Retention.BUYERS, 2, "Asia/Shanghai", Map.of()));
    }

    @Test
    void argumentsWinOverTheEnvironment() {
        ConversionJobSettings settings = read(
                new String[] {
                    "--kafka.orders-topic", "other",
                    "--attribution.window-days", "7",
                    "--retention.at-rest", "P40D",
                    "--shops.zones", "s1=Europe/Berlin"
                },
                ENVIRONMENT);

        assertThat(settings.orders().name()).isEqualTo("other");
        assertThat(settings.family().windowDays()).isEqualTo(7);
        assertThat(settings.family().retention()).isEqualTo(Retention.of(Duration.ofDays(40), Duration.ofDays(120)));
        assertThat(settings.family().zoneByShop()).containsEntry("s1", "Europe/Berlin");
    }

    @Test
    void importsCanKeepEverything() {
        ConversionJobSettings settings = read(new String[] {"--retention.at-rest", "forever"}, ENVIRONMENT);

        assertThat(settings.family().retention()).isEqualTo(Retention.FOREVER);
    }

    @Test
    void everyProblemIsToldAtOnce() {
        String[] args = {
            "--attribution.window-days", "0",
            "--retention.at-rest", "P10D",
            "--rows.flush-interval", "soon",
            "--shops.zones", "s1=Mars/Base",
            "--kafka.order-topic", "x"
        };

        assertThatThrownBy(() -> read(args, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--kafka.bootstrap-servers (or KAFKA_BOOTSTRAP_SERVERS) is required")
                .hasMessageContaining("DESKPULSE_HASH_KEY is required, at least 16 characters")
                .hasMessageContaining("--attribution.window-days must be greater than 0")
                .hasMessageContaining("the retention at rest must be at least 22 days")
                .hasMessageContaining("--rows.flush-interval must be an ISO-8601 duration")
                .hasMessageContaining("zone of shop s1")
                .hasMessageContaining("unknown setting --kafka.order-topic; known are");
    }

    @Test
    void aWindowWiderThanTheRetentionIsAMistake() {
        assertThatThrownBy(() -> read(new String[] {"--attribution.window-days", "35"}, ENVIRONMENT))
                .hasMessageContaining("at least 36 days");
    }

    @Test
    void secretsAreNeverPrinted() {
        String text = read(new String[0], ENVIRONMENT).toString();

        assertThat(text).doesNotContain("the password").doesNotContain("a key of good length");
    }

    private static ConversionJobSettings read(String[] args, Map<String, String> environment) {
        Settings settings = new Settings(args, environment);
        ConversionJobSettings read = ConversionJobSettings.read(settings);
        settings.check();
        return read;
    }
}
