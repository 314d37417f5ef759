package io.deskpulse.streaming.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class KafkaClusterTest {
    private static final String JAAS =
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"desk\" password=\"hunter2\";";
    private static final KafkaCluster SECURED = new KafkaCluster(
            "b:1",
            Map.of(
                    "security.protocol", "SASL_SSL",
                    "sasl.jaas.config", JAAS,
                    "ssl.truststore.password", "letmein",
                    "config.providers.file.param", "unknown, so secret",
                    "linger.ms", "7",
                    "max.poll.records", "9"));

    @Test
    void secretsAreNeverShown() {
        assertThat(SECURED.toString())
                .startsWith("KafkaCluster[bootstrapServers=b:1, properties={")
                .contains("security.protocol=SASL_SSL", "linger.ms=7", "sasl.jaas.config=***")
                .doesNotContain("hunter2", "letmein", "so secret");
        assertThat(new KafkaTopic(SECURED, "t", "g").toString()).doesNotContain("hunter2");
        assertThat(SECURED.masked("bad token hunter2 in \"desk\" of " + JAAS + ", letmein"))
                .isEqualTo("bad token *** in \"***\" of ***, ***");
    }

    @Test
    void eachClientTakesThePropertiesThatItKnows() {
        assertThat(SECURED.consumer())
                .containsEntry("max.poll.records", "9")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "b:1")
                .doesNotContainKey("linger.ms");
        assertThat(SECURED.producer()).containsEntry("linger.ms", "7").doesNotContainKey("max.poll.records");
        assertThat(SECURED.admin())
                .containsEntry("sasl.jaas.config", JAAS)
                .doesNotContainKeys("linger.ms", "max.poll.records");
    }

    @Test
    void itTravelsInAJobGraph() throws Exception {
        assertThat(InstantiationUtil.clone(SECURED)).isEqualTo(SECURED);
        assertThat(KafkaCluster.at("b:1").securityProtocol()).isEqualTo("PLAINTEXT");
    }
}
