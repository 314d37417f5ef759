package io.deskpulse.streaming.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentTimeJobSettingsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
            "CLICKHOUSE_URL", "http://house:8123/deskpulse",
            "CLICKHOUSE_PASSWORD", "the password",
            "DESKPULSE_HASH_KEY", "a key of good length");

    @Test
    void theEnvironmentAloneIsEnough() {
        AgentTimeJobSettings settings = read();

        assertThat(settings.agents().name()).isEqualTo("deskpulse.agents.v1");
        assertThat(settings.agents().group()).isEqualTo("agent-time");
        assertThat(settings.family().retention()).isEqualTo(Retention.AGENTS);
        assertThat(settings.family().believedMillis())
                .isEqualTo(Duration.ofHours(12).toMillis());
    }

    @Test
    void howLongOneIsBelievedIsASetting() {
        assertThat(read("--agents.believed-online", "PT9H").family().believedMillis())
                .isEqualTo(Duration.ofHours(9).toMillis());
        assertThatThrownBy(() -> read("--agents.believed-online", "PT21H"))
                .hasMessageContaining("--agents.believed-online must be at most PT20H, got PT21H");
    }

    private static AgentTimeJobSettings read(String... arguments) {
        Settings settings = new Settings(arguments, ENVIRONMENT);
        AgentTimeJobSettings read = AgentTimeJobSettings.read(settings);
        settings.check();
        return read;
    }
}
