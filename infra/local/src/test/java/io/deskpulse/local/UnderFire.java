package io.deskpulse.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Reflection;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.wire.EventEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends events through a stack of its own, in peace or while parts of it crash, and shows what came out. */
public final class UnderFire {
    public static final String HASH_KEY = "the key of this test";

    /** What the jobs write of the events. */
    public static final List<String> TABLES = List.of(
            "conversation_days",
            "ticket_facts",
            "contact_facts",
            "order_facts",
            "order_trouble_facts",
            "buyer_days",
            "agent_intervals");

    /** A column that comes while they write. */
    public static final String ADDED = "added_under_fire";

    private static final List<String> FOR_EVER = List.of("--retention.at-rest", "forever");

    private UnderFire() {}

    /** Events in the order given, and nothing goes wrong. */
    public static <E extends SpecificRecord> void inPeace(Path directory, List<E> events, Check check)
            throws Exception {
        try (Stack stack = start(directory)) {
            FlinkJob job = Jobs.start(stack, FOR_EVER);
            send(stack, events);
            finish(stack, job, check);
        }
    }

    /**
     * Events shuffled, a quarter of them twice; the task manager is lost, ClickHouse is killed with signal 9 and comes back, a migration
     * adds a column to every table, and the job is cancelled and resumed from its last checkpoint, each in the middle of the flow.
     */
    public static <E extends SpecificRecord> void withCrashes(Path directory, List<E> events, Check check)
            throws Exception {
        withCrashes(directory, events, List.of(), check);
    }

    /** The same with settings of the jobs. */
    public static <E extends SpecificRecord> void withCrashes(
            Path directory, List<E> events, List<String> settings, Check check) throws Exception {
        List<String> all = new ArrayList<>(FOR_EVER);
        all.addAll(settings);
        List<E> deliveries = new ArrayList<>(events);
        deliveries.addAll(events.subList(0, events.size() / 4));
        Collections.shuffle(deliveries, new Random(11));
        int fifth = deliveries.size() / 5;
        try (Stack stack = start(directory)) {
            FlinkJob job = Jobs.start(stack, all);
            send(stack, deliveries.subList(0, fifth));
            awaitCheckpoint(job);
            send(stack, deliveries.subList(fifth, 2 * fifth));
            stack.flink().crashTaskManager();
            send(stack, deliveries.subList(2 * fifth, 3 * fifth));
            stack.clickHouseServer().orElseThrow().kill();
            send(stack, deliveries.subList(3 * fifth, 4 * fifth));
            stack.clickHouseServer().orElseThrow().restart();
            addColumns(stack);
            awaitCheckpoint(job);
            job.cancel();
            send(stack, deliveries.subList(4 * fifth, deliveries.size()));
            finish(stack, Jobs.start(stack, all), check);
        }
    }

    /** Looks at a stack in which every event is reflected. */
    public interface Check {
        void on(Stack stack) throws Exception;
    }

    /** A stack that keeps its data in a directory, with buyers hashed by {@link #HASH_KEY}. */
    public static Stack start(Path directory) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        environment.put("DESKPULSE_HASH_KEY", HASH_KEY);
        return Stack.start(StackOptions.of(environment).withRunDirectory(directory), Progress.silent());
    }

    private static void addColumns(Stack stack) throws IOException {
        ClickHouseHttp admin = new ClickHouseHttp(stack.clickHouse().admin());
        for (String table : TABLES) {
            admin.query("ALTER TABLE deskpulse." + table + " ADD COLUMN " + ADDED + " UInt32 DEFAULT 7");
        }
    }

    private static void finish(Stack stack, FlinkJob job, Check check) throws Exception {
        try (Reflection reflection = new Reflection(stack, job, Progress.silent())) {
            reflection.awaitAll(lag -> {});
        }
        check.on(stack);
        job.cancel();
    }

    private static void awaitCheckpoint(FlinkJob job) {
        while (!job.checkpoint()) {
            assertThat(job.status().isGloballyTerminalState()).isFalse();
        }
    }

    /** Sends events to their topics. */
    public static void send(Stack stack, List<? extends SpecificRecord> events) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", stack.kafka().bootstrapServers());
        EventEncoder encoder = new EventEncoder();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (SpecificRecord event : events) {
                EventStream stream = EventStream.of(event);
                byte[] key = stream.key(event).getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(stream.topic(), key, encoder.encode(event)));
            }
            producer.flush();
        }
    }
}
