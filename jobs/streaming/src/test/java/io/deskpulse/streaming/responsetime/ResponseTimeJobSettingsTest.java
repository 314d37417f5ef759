package io.deskpulse.streaming.responsetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseTimeJobSettingsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
            "CLICKHOUSE_URL", "http://house:8123/deskpulse",
            "CLICKHOUSE_PASSWORD", "the password",
            "DESKPULSE_HASH_KEY", "a key of good length");

    @Test
    void theEnvironmentAloneIsEnough() {
        ResponseTimeJobSettings settings = read(new String[0], ENVIRONMENT);

        assertThat(settings.chat().name()).isEqualTo("deskpulse.chat.v1");
        assertThat(settings.chat().group()).isEqualTo("response-time");
        assertThat(settings.job().connections().clickHouse().server())
                .hasToString("http://house:8123/deskpulse as deskpulse_writer");
        assertThat(settings.job().disorder()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.family().retention()).isEqualTo(Retention.CONVERSATIONS);
        assertThat(settings.family().defaultZone()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void argumentsWinOverTheEnvironment() {
        ResponseTimeJobSettings settings = read(
                new String[] {
                    "--kafka.bootstrap-servers", "other:9092",
                    "--retention.at-rest", "forever",
                    "--shops.zones", "s1=Europe/Berlin, s2=Asia/Tokyo",
                    "--sink.batch-rows", "7"
                },
                ENVIRONMENT);

        assertThat(settings.chat().cluster().bootstrapServers()).isEqualTo("other:9092");
        assertThat(settings.family().retention()).isEqualTo(Retention.FOREVER);
        assertThat(settings.family().zoneByShop()).containsEntry("s2", "Asia/Tokyo");
        assertThat(settings.job().connections().clickHouse().flush().batchRows())
                .isEqualTo(7);
    }

    @Test
    void everyProblemIsToldAtOnce() {
        String[] args = {
            "--events.disorder", "ten minutes",
            "--sink.batch-rows", "0",
            "--retention.at-rest", "PT1H",
            "--shops.zones", "s1=Mars/Base",
            "--kafka.topic", "x"
        };

        assertThatThrownBy(() -> read(args, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--kafka.bootstrap-servers (or KAFKA_BOOTSTRAP_SERVERS) is required")
                .hasMessageContaining("--clickhouse.url (or CLICKHOUSE_URL) is required")
                .hasMessageContaining("DESKPULSE_HASH_KEY is required, at least 16 characters")
                .hasMessageContaining("--events.disorder must be an ISO-8601 duration")
                .hasMessageContaining("--sink.batch-rows must be greater than 0")
                .hasMessageContaining("atRestMillis must be >=")
                .hasMessageContaining("zone of shop s1")
                .hasMessageContaining("unknown setting --kafka.topic; known are");
    }

    @Test
    void whatIsWrongWithClickHouseIsTold() {
        assertThatThrownBy(() -> read(new String[] {"--clickhouse.ca", "none.pem"}, ENVIRONMENT))
                .hasMessageContaining("--clickhouse.ca is for https addresses, got http://house:8123")
                .hasMessageContaining("--clickhouse.ca: cannot read none.pem");
        assertThatThrownBy(() -> read(new String[] {"--clickhouse.url", "house:8123"}, ENVIRONMENT))
                .hasMessageContaining("--clickhouse.url: expected http(s)://HOST:PORT")
                .hasMessageContaining("got house:8123");
    }

    @Test
    void secretsAreNeverPrinted() {
        String text = read(new String[0], ENVIRONMENT).toString();

        assertThat(text).doesNotContain("the password").doesNotContain("a key of good length");
    }

    @Test
    void kafkasClientsTakePropertiesOfAFileAndOfTheEnvironment(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("client.properties"), "bootstrap.servers=secured:9093\nssl.key.password=hunter2");
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("KAFKA_SECURITY_PROTOCOL", "SSL");

        ResponseTimeJobSettings settings = read(new String[] {"--kafka.properties", file.toString()}, environment);

        assertThat(settings.chat().cluster())
                .isEqualTo(settings.job().connections().deadLetters().cluster());
        assertThat(settings.chat().cluster().bootstrapServers()).isEqualTo("secured:9093");
        assertThat(settings.chat().cluster().properties())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.key.password", "hunter2");
        assertThat(settings.toString()).contains("secured:9093").doesNotContain("hunter2");
    }

    @Test
    void mistakesInKafkasPropertiesAreToldAmongTheOthers(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("client.properties"), "\nsasl.mecanism=PLAIN");
        String[] args = {"--kafka.properties", file.toString(), "--sink.batch-rows", "0"};

        assertThatThrownBy(() -> read(args, ENVIRONMENT))
                .hasMessageContaining("--kafka.properties: " + file
                        + " line 2: Kafka's clients know no property sasl.mecanism; did you mean 'sasl.mechanism'?")
                .hasMessageContaining("--sink.batch-rows must be greater than 0");
    }

    @Test
    void aLooseValueIsAMistake() {
        assertThatThrownBy(() -> read(new String[] {"--kafka.group"}, ENVIRONMENT))
                .hasMessageContaining("expected --key value, got --kafka.group");
    }

    private static ResponseTimeJobSettings read(String[] args, Map<String, String> environment) {
        Settings settings = new Settings(args, environment);
        ResponseTimeJobSettings read = ResponseTimeJobSettings.read(settings);
        settings.check();
        return read;
    }
}
