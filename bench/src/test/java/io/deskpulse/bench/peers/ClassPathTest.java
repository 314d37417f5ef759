package io.deskpulse.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPathTest {
    private static final String PRODUCT = String.join(
            File.pathSeparator,
            "/b/classes",
            "/b/lib/flink-core-2.jar",
            "/b/lib/flink-statebackend-rocksdb-2.jar",
            "/b/lib/frocksdbjni-8.jar",
            "/b/lib/kafka-clients-4.jar");
    private static final List<String> PEERS =
            List.of("/b/peers/flink-table-runtime-2.jar", "/b/peers/kafka-streams-4.jar", "/b/peers/rocksdbjni-10.jar");

    @Test
    void theProductFindsNothingOfItsPeers() {
        assertThat(ClassPath.PRODUCT.of(PRODUCT, PEERS)).isEqualTo(PRODUCT);
    }

    @Test
    void flinkSqlFindsThePlannerAndOneRocksDb() {
        assertThat(names(ClassPath.FLINK_SQL))
                .containsExactly(
                        "classes",
                        "flink-core-2.jar",
                        "flink-statebackend-rocksdb-2.jar",
                        "frocksdbjni-8.jar",
                        "kafka-clients-4.jar",
                        "flink-table-runtime-2.jar");
    }

    @Test
    void kafkaStreamsFindsItsOwnRocksDbOnly() {
        assertThat(names(ClassPath.KAFKA_STREAMS))
                .containsExactly(
                        "classes",
                        "flink-core-2.jar",
                        "kafka-clients-4.jar",
                        "kafka-streams-4.jar",
                        "rocksdbjni-10.jar");
    }

    private static List<String> names(ClassPath classPath) {
        return List.of(classPath.of(PRODUCT, PEERS).split(File.pathSeparator)).stream()
                .map(path -> new File(path).getName())
                .toList();
    }
}
