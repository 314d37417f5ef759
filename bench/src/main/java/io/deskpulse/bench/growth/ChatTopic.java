package io.deskpulse.bench.growth;

import io.deskpulse.bench.load.ChatLoad;
import io.deskpulse.bench.load.Loader;
import io.deskpulse.bench.measure.Reading;
import io.deskpulse.bench.stack.Input;
import io.deskpulse.schemas.EventStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * Chats in a topic of their own, an event each millisecond of event time: the longest load ends before a silent conversation would be
 * forgotten, and the newest event time in a table tells how far the job has come.
 */
final class ChatTopic {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration PER_EVENT = Duration.ofMillis(1);
    private static final int LINGER_MILLIS = 20;
    private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();

    /** Events between two looks at the clock, at most: who cannot keep up still ends in time. */
    private static final int BURST = 1_000;

    private final String bootstrapServers;
    private final String name;
    private final int partitions;
    private final ChatLoad load;
    private long sent;

    /**
     * A topic that exists, and of which nothing was sent.
     *
     * @param name prefix of the topic
     */
    ChatTopic(String bootstrapServers, String name, int partitions, ChatLoad load) {
        this.bootstrapServers = bootstrapServers;
        this.name = name;
        this.partitions = partitions;
        this.load = load;
    }

    /** Sends the first event of this many conversations, at most as many as go on at a time; before any other. */
    void begin(int conversations) {
        try (Loader loader = new Loader(bootstrapServers, LINGER_MILLIS)) {
            for (int slot = 0; slot < conversations; slot++) {
                loader.send(topic(), load.next(slot, now()));
                sent++;
            }
        }
    }

    /** Sends this many events of conversations at random; returns when the broker has them. */
    void send(long events) {
        try (Loader loader = new Loader(bootstrapServers, LINGER_MILLIS)) {
            for (long end = sent + events; sent < end; sent++) {
                loader.send(topic(), load.next(now()));
            }
        }
    }

    /** Sends as many a second for so long, or as many as it can. */
    void send(double eventsPerSecond, Duration duration) {
        try (Loader loader = new Loader(bootstrapServers, LINGER_MILLIS)) {
            long startNanos = System.nanoTime();
            long begun = sent;
            for (long passed = 0; passed < duration.toNanos(); passed = System.nanoTime() - startNanos) {
                long due = begun + (long) (passed * eventsPerSecond / 1e9);
                if (sent >= due) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                for (long end = Math.min(due, sent + BURST); sent < end; sent++) {
                    loader.send(topic(), load.next(now()));
                }
            }
        }
    }

    /** Events sent so far. */
    long sent() {
        return sent;
    }

    /** Conversations begun so far. */
    long begun() {
        return load.begun();
    }

    /** Everything sent so far. */
    Reading reading() {
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic(), partition))
                .toList();
        return new Reading(all, sent);
    }

    /** How many events were sent up to one with this time. */
    static long sentUpTo(long eventMillis) {
        return eventMillis < START.toEpochMilli() ? 0 : eventMillis - START.toEpochMilli() + 1;
    }

    private String topic() {
        return Input.topic(name, EventStream.CHAT);
    }

    private Instant now() {
        return START.plus(PER_EVENT.multipliedBy(sent));
    }
}
