package io.deskpulse.streaming.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolutionJobSettingsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
            "CLICKHOUSE_URL", "http://house:8123/deskpulse",
            "CLICKHOUSE_PASSWORD", "the password",
            "DESKPULSE_HASH_KEY", "a key of good length");

    @Test
    void theEnvironmentAloneIsEnough() {
        ResolutionJobSettings settings = read(new String[0], ENVIRONMENT);

        assertThat(settings.tickets().name()).isEqualTo("deskpulse.tickets.v1");
        assertThat(settings.chat().name()).isEqualTo("deskpulse.chat.v1");
        assertThat(settings.tickets().group()).isEqualTo("resolution");
        assertThat(settings.ticketFamily().retention()).isEqualTo(Retention.TICKETS);
        assertThat(settings.callPromiseFamily().retention()).isEqualTo(Retention.TICKETS);
        assertThat(settings.ticketFamily().policies().fallback().name()).isEqualTo("default");
    }

    @Test
    void argumentsWinOverTheEnvironment(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), """
                calendars: {always: {time_zone: UTC, schedules: [{hours: {daily: ["00:00-24:00"]}}]}}
                default_policy: {first_reply: PT7M, calendar: always}
                """);
        ResolutionJobSettings settings = read(
                new String[] {
                    "--retention.at-rest", "forever",
                    "--shops.zones", "s1=Europe/Berlin",
                    "--kafka.tickets-topic", "other",
                    "--settings", file.toString()
                },
                ENVIRONMENT);

        assertThat(settings.ticketFamily().retention()).isEqualTo(Retention.FOREVER);
        assertThat(settings.ticketFamily().zoneByShop()).containsEntry("s1", "Europe/Berlin");
        assertThat(settings.callPromiseFamily().zoneByShop()).containsEntry("s1", "Europe/Berlin");
        assertThat(settings.tickets().name()).isEqualTo("other");
        assertThat(settings.ticketFamily().policies().fallback().firstReplyMillis())
                .isEqualTo(420_000);
    }

    @Test
    void everyProblemIsToldAtOnceThoseOfTheSettingsFileByLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), """
                calendars: {}
                default_policy:
                  calendar: nowhere
                """);
        String[] args = {"--events.disorder", "ten minutes", "--settings", file.toString()};

        assertThatThrownBy(() -> read(args, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--kafka.bootstrap-servers (or KAFKA_BOOTSTRAP_SERVERS) is required")
                .hasMessageContaining("DESKPULSE_HASH_KEY is required")
                .hasMessageContaining("--events.disorder must be an ISO-8601 duration")
                .hasMessageContaining("settings.yaml, line 3, column 13: there is no calendar 'nowhere'");
    }

    @Test
    void aSettingsFileThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> read(new String[] {"--settings", "no/such/file.yaml"}, ENVIRONMENT))
                .hasMessageContaining("--settings: cannot read no/such/file.yaml");
    }

    @Test
    void secretsAreNeverPrinted() {
        assertThat(read(new String[0], ENVIRONMENT).toString())
                .doesNotContain("the password")
                .doesNotContain("a key of good length");
    }

    private static ResolutionJobSettings read(String[] args, Map<String, String> environment) {
        Settings settings = new Settings(args, environment);
        ResolutionJobSettings read = ResolutionJobSettings.read(settings);
        settings.check();
        return read;
    }
}
