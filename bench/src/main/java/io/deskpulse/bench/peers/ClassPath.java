package io.deskpulse.bench.peers;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a peer finds on its class path. Flink and Kafka Streams each bring their own build of the same classes of RocksDB. */
enum ClassPath {
    /** What the product runs on. */
    PRODUCT(own -> true, others -> false),
    /** And the planner. */
    FLINK_SQL(own -> true, others -> !others.startsWith("kafka-streams") && !others.startsWith("rocksdbjni")),
    /** Without Flink's RocksDB. */
    KAFKA_STREAMS(
            own -> !own.startsWith("frocksdbjni") && !own.startsWith("flink-statebackend-rocksdb"),
            others -> others.startsWith("kafka-streams") || others.startsWith("rocksdbjni"));

    private final Predicate<String> own;
    private final Predicate<String> others;

    ClassPath(Predicate<String> own, Predicate<String> others) {
        this.own = own;
        this.others = others;
    }

    /**
     * As java takes it.
     *
     * @param product the class path of this process
     * @param peers jars that only peers need
     */
    String of(String product, List<String> peers) {
        return Stream.concat(
                        Arrays.stream(product.split(File.pathSeparator)).filter(path -> own.test(name(path))),
                        peers.stream().filter(path -> others.test(name(path))))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String name(String path) {
        return new File(path).getName();
    }
}
