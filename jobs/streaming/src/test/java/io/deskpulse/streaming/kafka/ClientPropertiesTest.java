package io.deskpulse.streaming.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientPropertiesTest {
    @TempDir
    Path directory;

    @Test
    void aFileIsReadAsJavaProperties() {
        ClientProperties read = ClientProperties.parse("f", """
                # who we are
                security.protocol = SASL_SSL
                sasl.mechanism: SCRAM-SHA-512

                ! the password is on the next line
                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
                    username="desk" \\
                    password="p#ss\\\\w=rd";
                bootstrap.servers=broker:9093
                config.providers.vault.class=x.Vault
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.bootstrapServers()).isEqualTo("broker:9093");
        assertThat(read.values())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("config.providers.vault.class", "x.Vault")
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"desk\" "
                                + "password=\"p#ss\\w=rd\";");
    }

    @Test
    void everyMistakeIsToldByItsLineAndWithoutAValue() {
        ClientProperties read = ClientProperties.parse("client.properties", """
                sasl.jass.config=hunter2
                #
                security.protocol=SSL \\

                security.protocol=hunter2
                group.id=g
                ssl.key.pem.file=hunter2
                zzz=hunter2
                ssl.keystore.password=\\u12
                """);

        assertThat(read.problems())
                .hasSize(6)
                .noneMatch(problem -> problem.contains("hunter2"))
                .contains(
                        "client.properties line 1: Kafka's clients know no property sasl.jass.config; did you mean "
                                + "'sasl.jaas.config'?",
                        "client.properties line 5: security.protocol is given twice",
                        "client.properties line 6: group.id is set by Deskpulse itself; leave it out",
                        "client.properties line 8: Kafka's clients know no property zzz",
                        "client.properties line 9: not of the form name=value")
                .anyMatch(problem -> problem.startsWith(
                                "client.properties line 7: Kafka's clients know no property ssl.key.pem.file; known are ssl.")
                        && problem.contains("ssl.keystore.location"));
    }

    @Test
    void aLineThatIsBlankToUnicodeAloneIsToldAsToJava() {
        assertThat(ClientProperties.parse("f", " \t\f\n# one\u2028two\n\u2003\nsecurity.protocol=SSL\n")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("f line 3: Kafka's clients know no property");
    }

    @Test
    void ofTheEnvironmentOnlyWhatNamesAPropertyCounts() {
        Map<String, String> environment = Map.of(
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SSL_TRUSTSTORE_LOCATION", "/certs/trust.p12",
                "KAFKA_SASL_MECHANISM", " ",
                "KAFKA_HEAP_OPTS", "-Xmx1g",
                "KAFKA_PORT", "tcp://10.0.0.1:9092",
                "KAFKA_BOOTSTRAP_SERVERS", "b:1",
                "KAFKA_GROUP_ID", "g",
                "SECURITY_PROTOCOL", "SSL");

        assertThat(ClientProperties.read("", environment))
                .isEqualTo(new ClientProperties(
                        Map.of("security.protocol", "SASL_SSL", "ssl.truststore.location", "/certs/trust.p12"),
                        List.of()));
    }

    @Test
    void theFileWinsOverTheEnvironment() throws IOException {
        Path file = Files.writeString(directory.resolve("client.properties"), "security.protocol=SSL");

        ClientProperties read = ClientProperties.read(
                file.toString(), Map.of("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT", "KAFKA_LINGER_MS", "7"));

        assertThat(read.values()).isEqualTo(Map.of("security.protocol", "SSL", "linger.ms", "7"));
    }

    @Test
    void aFileThatCannotBeReadIsAProblem() throws IOException {
        Path none = directory.resolve("none");
        Path notText =
                Files.write(directory.resolve("latin1"), "sasl.mechanism=\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(ClientProperties.read(none.toString(), Map.of()).problems())
                .containsExactly("cannot read " + none + " as UTF-8 text");
        assertThat(ClientProperties.read(notText.toString(), Map.of()).problems())
                .containsExactly("cannot read " + notText + " as UTF-8 text");
    }
}
