package io.deskpulse.bench.chaos;

import io.deskpulse.bench.chaos.stand.ChaosStand;
import io.deskpulse.bench.chaos.truth.Truth;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the books balance: what a topic holds was sent, each job has consumed it, and all that was consumed was applied, known already or
 * refused. Counters of the jobs end with their tasks, so what was applied is what the versions of the rows say, and what was known
 * already is what was sent again.
 */
final class Accounts {
    private final ChaosStand stand;
    private final Map<EventStream, Long> distinct = new EnumMap<>(EventStream.class);
    private final Map<EventStream, Long> sent = new EnumMap<>(EventStream.class);
    private final Map<EventStream, Long> garbage = new EnumMap<>(EventStream.class);

    Accounts(ChaosStand stand) {
        this.stand = stand;
    }

    /** Notes what a round sends. */
    void note(Round round) {
        round.events().forEach(event -> distinct.merge(EventStream.of(event), 1L, Long::sum));
        for (EventStream stream : EventStream.values()) {
            garbage.merge(stream, (long) round.garbage(), Long::sum);
        }
        noteSent(round.deliveries());
    }

    /** Notes what is sent once more, no garbage among it. */
    void noteSent(List<Delivery> deliveries) {
        deliveries.forEach(delivery -> sent.merge(delivery.stream(), 1L, Long::sum));
    }

    /** Whether each job has committed the end of each of its topics. */
    boolean isConsumed(Set<DeskpulseJob> jobs) {
        try (Admin admin = stand.kafka().admin()) {
            for (DeskpulseJob job : jobs) {
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                                stand.jobs().group(job))
                        .partitionsToOffsetAndMetadata()
                        .get();
                for (Map.Entry<TopicPartition, Long> end :
                        ends(admin, job.topics()).entrySet()) {
                    OffsetAndMetadata offset = committed.get(end.getKey());
                    if (end.getValue() > 0 && (offset == null || offset.offset() < end.getValue())) {
                        return false;
                    }
                }
            }
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What does not balance, a line each; empty when all does. */
    List<String> problems(Truth truth, Set<DeskpulseJob> jobs) throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, Long> held = held();
        jobs.stream().flatMap(job -> job.reports().stream()).forEach(stream -> {
            long refused = refused(stream);
            long applied = distinct.getOrDefault(stream, 0L);
            long again = sent.getOrDefault(stream, 0L) - applied - garbage.getOrDefault(stream, 0L);
            long consumed = held.getOrDefault(stream.topic(), 0L);
            if (consumed != applied + again + refused) {
                problems.add("%s: consumed %d, applied %d, known %d, refused %d"
                        .formatted(stream.topic(), consumed, applied, again, refused));
            }
        });
        truth.counts().forEach((table, counted) -> {
            if (counted.applied() != counted.events()) {
                problems.add("%s tells of %d events, not %d".formatted(table, counted.applied(), counted.events()));
            }
        });
        return problems;
    }

    private Map<String, Long> held() {
        Map<String, Long> held = new HashMap<>();
        try (Admin admin = stand.kafka().admin()) {
            Set<String> topics = new HashSet<>();
            for (EventStream stream : EventStream.values()) {
                topics.add(stream.topic());
            }
            ends(admin, topics).forEach((partition, end) -> held.merge(partition.topic(), end, Long::sum));
            return held;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long refused(EventStream stream) {
        try {
            return Long.parseLong(new ClickHouseHttp(stand.clickHouse().admin())
                    .query("SELECT uniqExact(source_partition, source_offset) FROM deskpulse.rejections FINAL"
                            + " WHERE source_topic = " + ClickHouseHttp.literal(stream.topic()))
                    .strip());
        } catch (IOException e) {
            throw new IllegalStateException("ClickHouse does not answer", e);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Set<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                wanted.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                admin.listOffsets(wanted).all().get().entrySet()) {
            ends.put(end.getKey(), end.getValue().offset());
        }
        return ends;
    }
}
