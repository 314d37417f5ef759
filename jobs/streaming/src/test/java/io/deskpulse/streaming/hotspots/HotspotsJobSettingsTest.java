package io.deskpulse.streaming.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotspotsJobSettingsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
            "CLICKHOUSE_URL", "http://house:8123/deskpulse",
            "CLICKHOUSE_PASSWORD", "the password",
            "DESKPULSE_HASH_KEY", "a key of good length");

    @TempDir
    private Path directory;

    @Test
    void theEnvironmentAloneIsEnough() {
        HotspotsJobSettings settings = read(ENVIRONMENT);

        assertThat(settings.topics().orders().name()).isEqualTo("deskpulse.orders.v1");
        assertThat(settings.topics().tickets().name()).isEqualTo("deskpulse.tickets.v1");
        assertThat(settings.topics().chat().name()).isEqualTo("deskpulse.chat.v1");
        assertThat(settings.topics().chat().group()).isEqualTo("hotspots");
        assertThat(settings.disorder()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.pipeline().family().retention()).isEqualTo(Retention.BUYERS.withOneRow());
        assertThat(settings.pipeline().contacts().groups().byAccount()).isEmpty();
    }

    @Test
    void argumentsWinAndShopsSayWhoIsInWhichGroup() throws IOException {
        Path shops = Files.writeString(
                directory.resolve("shops.yaml"), "shops: {s1: {groups: {night: [a, b], day: [b]}, quotes: true}}");
        HotspotsJobSettings settings = read(
                ENVIRONMENT,
                "--settings",
                shops.toString(),
                "--hotspots.disorder",
                "PT1M",
                "--kafka.tickets-topic",
                "other",
                "--retention.at-rest",
                "forever");

        assertThat(settings.disorder()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.topics().tickets().name()).isEqualTo("other");
        assertThat(settings.pipeline().orders().retention()).isEqualTo(Retention.FOREVER);
        assertThat(settings.pipeline().contacts().groups().byAccount())
                .isEqualTo(Map.of("s1", Map.of("a", "night", "b", "day")));
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThatThrownBy(() -> read(Map.of(), "--hotspots.disorder", "soon", "--hotspots.delay", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--kafka.bootstrap-servers (or KAFKA_BOOTSTRAP_SERVERS) is required")
                .hasMessageContaining("--hotspots.disorder must be an ISO-8601 duration")
                .hasMessageContaining("unknown setting --hotspots.delay; known are");
    }

    private static HotspotsJobSettings read(Map<String, String> environment, String... args) {
        Settings settings = new Settings(args, environment);
        HotspotsJobSettings read = HotspotsJobSettings.read(settings);
        settings.check();
        return read;
    }
}
