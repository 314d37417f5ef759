package io.deskpulse.bench.chaos;

import io.deskpulse.bench.chaos.stand.ChaosStand;
import io.deskpulse.bench.chaos.truth.Truth;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the books balance: a topic holds what was sent, each job has consumed it, what is no event was refused, all of it and nothing
 * else, and the events that the rows tell of are those that there are; so what is left is what was known already. Counters of the jobs
 * end with their tasks: what was applied is what the versions of the rows say.
 */
final class Accounts {
    private final ChaosStand stand;
    private final Map<EventStream, Long> sent = new EnumMap<>(EventStream.class);
    private final Map<EventStream, Long> garbage = new EnumMap<>(EventStream.class);

    Accounts(ChaosStand stand) {
        this.stand = stand;
    }

    /** Notes what is sent. */
    void note(List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            sent.merge(delivery.stream(), 1L, Long::sum);
            garbage.merge(delivery.stream(), delivery.isEvent() ? 0L : 1L, Long::sum);
        }
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
            expect(problems, stream.topic() + " holds", held.getOrDefault(stream.topic(), 0L), sent.get(stream));
            expect(problems, "refused of " + stream.topic(), refused(stream), garbage.get(stream));
        });
        truth.counts()
                .forEach((table, counted) ->
                        expect(problems, table + " tells of events:", counted.applied(), counted.events()));
        return problems;
    }

    private static void expect(List<String> problems, String what, long is, long should) {
        if (is != should) {
            problems.add("%s %d, not %d".formatted(what, is, should));
        }
    }

    private Map<String, Long> held() {
        Map<String, Long> held = new HashMap<>();
        try (Admin admin = stand.kafka().admin()) {
            Set<String> topics =
                    Arrays.stream(EventStream.values()).map(EventStream::topic).collect(Collectors.toSet());
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
