package io.deskpulse.streaming.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.RandomBuyers;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.LocatedCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

/** The whole pipeline on a small cluster: chats and orders arrive on their own and meet at the buyer. */
class ConversionPipelineTest {
    @Test
    void twoStreamsAndTwoTasksGiveTheRowsOfTheBatch() throws Exception {
        List<BuyerEvent> events =
                RandomBuyers.shop(7, 20, 60, Duration.ofDays(1).toMillis());
        Configuration guards = new Configuration();
        guards.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        guards.set(PipelineOptions.GENERIC_TYPES, false);
        guards.set(PipelineOptions.OBJECT_REUSE, true);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(guards);
        env.setParallelism(2);

        ConversionPipeline.Outputs output = new ConversionPipeline(
                        BuyerRows.family(Retention.FOREVER), Duration.ofMillis(5))
                .apply(
                        source(env, events, "given-chats", event -> event.kind().isInChat()),
                        source(
                                env,
                                events,
                                "given-orders",
                                event -> !event.kind().isInChat()));

        TreeMap<String, FactRow<BuyerFacts>> table = new TreeMap<>();
        DataStream<FactRow<BuyerFacts>> rows = output.orders().union(output.orderTroubles(), output.buyerDays());
        try (CloseableIterator<FactRow<BuyerFacts>> sent = rows.executeAndCollect()) {
            sent.forEachRemaining(
                    row -> table.merge(BuyerRows.key(row), row, (a, b) -> a.version() > b.version() ? a : b));
        }
        assertThat(table.values().stream().map(BuyerRows::text))
                .containsExactlyElementsOf(BuyerRows.batch(events, Retention.FOREVER));
    }

    private static DataStream<Located<BuyerEvent>> source(
            StreamExecutionEnvironment env, List<BuyerEvent> events, String uid, Predicate<BuyerEvent> wanted) {
        List<Located<BuyerEvent>> located = new ArrayList<>();
        events.stream().filter(wanted).forEach(event -> located.add(new Located<>(event, 0, located.size())));
        return env.fromData(located, LocatedCodec.type(BuyerRows.family(Retention.FOREVER)))
                .uid(uid)
                .name(uid);
    }
}
