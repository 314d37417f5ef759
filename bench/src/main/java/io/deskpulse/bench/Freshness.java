package io.deskpulse.bench;

import io.deskpulse.bench.load.ChatLoad;
import io.deskpulse.bench.load.Loader;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.bench.stack.Input;
import io.deskpulse.bench.stack.Stage;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * How long after being sent an event shows in the views, while a steady load flows.
 *
 * <p>One event in a hundred begins a conversation of its own, and another follows it 0.3 s later, when rows of that conversation
 * have just left; both are looked for in view {@code conversations} ten times a second. The time is from the call to the producer
 * until a query has returned the row with the message in it, so it includes the producer's linger and on average half a polling
 * pause.
 */
final class Freshness {
    private static final String NAME = "bench.freshness";
    private static final String TOPIC = Input.topic(NAME, EventStream.CHAT);
    private static final String PROBE_SHOP = "probe";
    private static final int PROBE_EVERY = 100;
    private static final Duration FOLLOW_UP_AFTER = Duration.ofMillis(300);
    private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BenchStack stack;
    private final Progress progress;
    private final Map<String, Long> sentNanos = new ConcurrentHashMap<>();
    private final Histogram first = new Histogram(Duration.ofMinutes(2).toMillis(), 3);
    private final Histogram followUp = new Histogram(Duration.ofMinutes(2).toMillis(), 3);

    Freshness(BenchStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Sends for {@code warmUp} and then {@code duration}, and prints the quantiles of the second part to standard output. */
    void run(int eventsPerSecond, Duration warmUp, Duration duration) throws Exception {
        stack.createTopic(TOPIC, 2);
        FlinkJob job = stack.submit(List.of(new ResponseTimeJob()), Stage.JOB, NAME);
        progress.step("Sending %,d events/s for %d s …".formatted(eventsPerSecond, duration.toSeconds()));
        Instant measureFrom = Instant.now().plus(warmUp);
        Thread sender = new Thread(() -> send(eventsPerSecond, warmUp.plus(duration), measureFrom), "sender");
        sender.start();
        watch(sender);
        job.cancel();
        print("first messages", first, eventsPerSecond);
        print("second messages", followUp, eventsPerSecond);
        Histogram all = first.copy();
        all.add(followUp);
        print("all", all, eventsPerSecond);
        System.out.printf("%d probes never seen%n", sentNanos.size());
    }

    private static void print(String what, Histogram latencies, int eventsPerSecond) {
        System.out.printf(
                "Freshness at %,d events/s, %s, %,d probes: p50 %d ms, p90 %d ms, p99 %d ms, max %d ms%n",
                eventsPerSecond,
                what,
                latencies.getTotalCount(),
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(90),
                latencies.getValueAtPercentile(99),
                latencies.getMaxValue());
    }

    private void send(int eventsPerSecond, Duration duration, Instant measureFrom) {
        long events = eventsPerSecond * duration.toSeconds();
        long probesBetween = eventsPerSecond * FOLLOW_UP_AFTER.toMillis() / 1000 / PROBE_EVERY;
        long followUpAfter = probesBetween * PROBE_EVERY;
        ChatLoad load = new ChatLoad(2, 20_000);
        try (Loader loader = new Loader(stack.bootstrapServers(), 5)) {
            long startNanos = System.nanoTime();
            for (long i = 0; i < events; i++) {
                long dueNanos = startNanos + i * 1_000_000_000L / eventsPerSecond;
                while (System.nanoTime() < dueNanos) {
                    LockSupport.parkNanos(dueNanos - System.nanoTime());
                }
                loader.send(TOPIC, load.next(Instant.now()));
                if (i % PROBE_EVERY == 0) {
                    probe(loader, i, 1, measureFrom);
                    long follows = i - followUpAfter;
                    if (follows >= 0) {
                        probe(loader, follows, 2, measureFrom.plus(FOLLOW_UP_AFTER));
                    }
                }
            }
        }
    }

    /** Message {@code number}, counted from 1, of the probe that began with event {@code begun}. */
    private void probe(Loader loader, long begun, int number, Instant measureFrom) {
        String conversation = "probe-%010d".formatted(begun);
        String id = message(conversation, number);
        Instant now = Instant.now();
        if (now.isAfter(measureFrom)) {
            sentNanos.put(id, System.nanoTime());
        }
        MessageSent question = new MessageSent(Sender.BUYER, null, "hello?", null, null);
        loader.send(TOPIC, new ChatEvent(id, now, PROBE_SHOP, conversation, "buyer", Channel.CHAT, null, question));
    }

    private static String message(String conversation, int number) {
        return conversation + "-" + number;
    }

    private void watch(Thread sender) throws SQLException {
        ClickHouseAccess reader = stack.reader();
        String query = "SELECT conversation_id, buyer_messages FROM conversations WHERE shop_id = '" + PROBE_SHOP
                + "' AND conversation_id > '%s' ORDER BY conversation_id LIMIT 10000";
        try (Connection connection = DriverManager.getConnection(reader.jdbcUrl(), reader.user(), reader.password());
                Statement statement = connection.createStatement()) {
            long endNanos = Long.MAX_VALUE;
            while (System.nanoTime() < endNanos && !(endNanos < Long.MAX_VALUE && sentNanos.isEmpty())) {
                String oldest =
                        sentNanos.keySet().stream().min(String::compareTo).orElse("zzz");
                try (ResultSet rows = statement.executeQuery(query.formatted(before(oldest)))) {
                    while (rows.next()) {
                        for (int number = 1; number <= rows.getInt(2); number++) {
                            seen(rows.getString(1), number);
                        }
                    }
                }
                LockSupport.parkNanos(POLL_NANOS);
                if (endNanos == Long.MAX_VALUE && !sender.isAlive()) {
                    endNanos = System.nanoTime() + PATIENCE.toNanos();
                }
            }
        }
    }

    /** A text that sorts just before the conversation of a probe's message. */
    private static String before(String id) {
        return id.substring(0, id.length() - 3);
    }

    private void seen(String conversation, int number) {
        Long sent = sentNanos.remove(message(conversation, number));
        if (sent != null) {
            Histogram latencies = number == 1 ? first : followUp;
            latencies.recordValue(Duration.ofNanos(System.nanoTime() - sent).toMillis());
        }
    }
}
