package io.deskpulse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as objects, a line each: those of the command line and those of Flink in containers. */
class LogFormatTest {
    private static final String AWKWARD = "a \"quoted\" \\ line\nand another\t\u0001 杯子碎了 %d ${env:HOME}";

    @ParameterizedTest
    @ValueSource(strings = {"src/main/resources/log4j2-deskpulse.properties", "../flink/log4j-console.properties"})
    void anEntryIsOneLineThatAnybodyCanParse(String file) throws IOException {
        LogEvent event = Log4jLogEvent.newBuilder()
                .setLevel(Level.WARN)
                .setLoggerName("io.deskpulse.Some")
                .setThreadName("Source: \"chat\" (1/2)")
                .setMessage(new SimpleMessage(AWKWARD))
                .setThrown(new IllegalStateException("it\n\"broke\""))
                .setTimeMillis(Instant.parse("2026-11-29T10:00:00.123Z").toEpochMilli())
                .build();

        String line = layout(file).toSerializable(event);

        assertThat(line).endsWith("\n");
        assertThat(line.strip()).doesNotContain("\n");
        JsonNode entry = new ObjectMapper().readTree(line);
        assertThat(entry.path("message").asText()).isEqualTo(AWKWARD);
        assertThat(entry.path("time").asText()).isEqualTo("2026-11-29T10:00:00.123Z");
        assertThat(entry.path("level").asText()).isEqualTo("WARN");
        assertThat(entry.path("logger").asText()).isEqualTo("io.deskpulse.Some");
        assertThat(entry.path("thread").asText()).isEqualTo("Source: \"chat\" (1/2)");
        assertThat(entry.path("exception").asText()).contains("it\n\"broke\"", "LogFormatTest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/resources/log4j2-deskpulse.properties", "../flink/log4j-console.properties"})
    void theVariableChoosesAnAppenderThatIsThere(String file) throws IOException {
        Properties properties = properties(file);

        assertThat(properties.getProperty("rootLogger.appenderRef.chosen.ref"))
                .isEqualTo("${env:DESKPULSE_LOGS:-text}");
        assertThat(properties.stringPropertyNames().stream()
                        .filter(name -> name.matches("appender[.]\\w+[.]name"))
                        .map(properties::getProperty))
                .contains("text", "json");
    }

    private static PatternLayout layout(String file) throws IOException {
        Properties properties = properties(file);
        return PatternLayout.newBuilder()
                .setPattern(properties.getProperty("appender.json.layout.pattern"))
                .setAlwaysWriteExceptions(
                        Boolean.parseBoolean(properties.getProperty("appender.json.layout.alwaysWriteExceptions")))
                .build();
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(file))) {
            properties.load(in);
        }
        return properties;
    }
}
