package io.deskpulse.streaming.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Damaged files of Kafka's clients say what they say to Java, or every mistake in them is told in words. */
class ClientPropertiesFuzzTest {
    private static final String SAMPLE = """
            # how we are let in
            bootstrap.servers = one:9092,\\
                two:9092
            security.protocol=SASL_SSL
            sasl.mechanism: SCRAM-SHA-512
            ! of the vault
            sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
              username="deskpulse" password="p\\u00e4ss\\=word";
            ssl.truststore.location /certs/trust.p12
            config.providers.vault.class=a.Provider
            """;

    @Test
    void aFileIsReadAsJavaDoesOrItsMistakesAreTold() {
        assertThat(ClientProperties.parse("client.properties", SAMPLE).problems())
                .isEmpty();

        Refused seen = Fuzz.inWords(List.of(SAMPLE), 0.02, text -> {
            ClientProperties read = ClientProperties.parse("client.properties", text);
            if (read.problems().isEmpty() && !read.values().equals(java(text))) {
                throw new AssertionError(read.values() + " instead of " + java(text));
            }
            return read.problems();
        });

        assertThat(seen.refused()).isBetween(1L, seen.inputs());
    }

    private static Map<String, String> java(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new HashMap<>();
        properties.forEach((name, value) -> values.put((String) name, (String) value));
        return values;
    }
}
