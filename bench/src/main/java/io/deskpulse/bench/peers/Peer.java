package io.deskpulse.bench.peers;

/** Who answers the question, in the order of the table. The first says what is true. */
public enum Peer {
    LOOP("consumer loop, hash map", ClassPath.PRODUCT),
    TIMELINE("Deskpulse timeline, heap", ClassPath.PRODUCT),
    TIMELINE_ROCKSDB("Deskpulse timeline, RocksDB", ClassPath.PRODUCT),
    SQL_GROUPS("Flink SQL, sums and groups", ClassPath.FLINK_SQL),
    SQL_MATCH("Flink SQL, MATCH_RECOGNIZE", ClassPath.FLINK_SQL),
    STREAMS_MEMORY("Kafka Streams, memory", ClassPath.KAFKA_STREAMS),
    STREAMS_ROCKSDB("Kafka Streams, RocksDB", ClassPath.KAFKA_STREAMS);

    private final String label;
    private final ClassPath classPath;

    Peer(String label, ClassPath classPath) {
        this.label = label;
        this.classPath = classPath;
    }

    String label() {
        return label;
    }

    ClassPath classPath() {
        return classPath;
    }
}
