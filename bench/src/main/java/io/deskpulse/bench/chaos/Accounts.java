package io.deskpulse.bench.chaos;

import io.deskpulse.bench.chaos.stand.ChaosStand;
import io.deskpulse.bench.chaos.truth.Truth;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.kafka.TopicOffsets;
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

    /** Whether each job has committed the end of each of its topics; not while the broker does not say so. */
    boolean isConsumed(Set<DeskpulseJob> jobs) {
        try (TopicOffsets offsets = new TopicOffsets(stand.kafka())) {
            return jobs.stream().allMatch(job -> {
                Map<TopicPartition, Long> committed =
                        offsets.committed(stand.jobs().group(job));
                return offsets.ends(offsets.partitions(job.topics())).entrySet().stream()
                        .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
            });
        } catch (UserError e) {
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
        try (TopicOffsets offsets = new TopicOffsets(stand.kafka())) {
            List<String> topics =
                    Arrays.stream(EventStream.values()).map(EventStream::topic).toList();
            offsets.ends(offsets.partitions(topics))
                    .forEach((partition, end) -> held.merge(partition.topic(), end, Long::sum));
        }
        return held;
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
}
