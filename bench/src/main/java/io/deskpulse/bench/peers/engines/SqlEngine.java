package io.deskpulse.bench.peers.engines;

import io.deskpulse.bench.peers.question.ChatDecoder;
import io.deskpulse.bench.peers.question.RowLog;
import io.deskpulse.bench.peers.question.Said;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Flink SQL over events that are decoded as the product decodes them, to the three columns that are asked about; in the order of their
 * arrival, which in this load is that of their time.
 */
final class SqlEngine extends FlinkEngine {
    private static final RowType CHAT = (RowType) DataTypes.ROW(
                    DataTypes.FIELD("conversation", DataTypes.STRING().notNull()),
                    DataTypes.FIELD("happened", DataTypes.BIGINT()),
                    DataTypes.FIELD("act", DataTypes.INT().notNull()))
            .getLogicalType();

    private final SqlQuestion question;

    SqlEngine(Path directory, SqlQuestion question) {
        super(directory, "hashmap");
        this.question = question;
    }

    @Override
    void build(StreamExecutionEnvironment env, Topic topic, String consumers) {
        // A plan's operators have no uids of ours, and its conversions at the end no types of ours.
        Configuration guards = new Configuration();
        guards.set(PipelineOptions.AUTO_GENERATE_UIDS, true);
        guards.set(PipelineOptions.GENERIC_TYPES, true);
        env.configure(guards);
        StreamTableEnvironment tables = StreamTableEnvironment.create(env);
        tables.getConfig().set("table.exec.mini-batch.enabled", "true");
        tables.getConfig().set("table.exec.mini-batch.allow-latency", "1 s");
        tables.getConfig().set("table.exec.mini-batch.size", "5000");
        tables.createTemporaryView(
                "chat",
                env.fromSource(source(topic, consumers), WatermarkStrategy.noWatermarks(), "Kafka " + topic.name()),
                Schema.newBuilder()
                        .column("conversation", DataTypes.STRING().notNull())
                        .column("happened", DataTypes.BIGINT())
                        .column("act", DataTypes.INT().notNull())
                        .columnByExpression("arrived", "PROCTIME()")
                        .build());
        Table answer = tables.sqlQuery(question.text());
        DataStream<Row> rows = question == SqlQuestion.MATCH
                ? tables.toDataStream(answer)
                : tables.toChangelogStream(
                        answer,
                        Schema.newBuilder().primaryKey("conversation", "number").build(),
                        ChangelogMode.upsert());
        LogSink.write(rows, SqlEngine::log);
    }

    private static KafkaSource<RowData> source(Topic topic, String consumers) {
        return KafkaSource.<RowData>builder()
                .setBootstrapServers(topic.bootstrapServers())
                .setTopics(topic.name())
                .setGroupId(consumers)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new Chat())
                .build();
    }

    private static void log(Row row, RowLog rows) {
        if (row.getKind() == RowKind.INSERT || row.getKind() == RowKind.UPDATE_AFTER) {
            Long answered = row.getFieldAs(2);
            boolean isClosed = row.getFieldAs(3);
            long answeredAt = answered != null ? answered : isClosed ? RowLog.UNANSWERED : RowLog.OPEN;
            rows.add(row.getFieldAs(0), row.<Long>getFieldAs(1), answeredAt);
        }
    }

    /** Events as rows of the planner's own form, so that nothing is converted. */
    private static final class Chat implements KafkaRecordDeserializationSchema<RowData> {
        private transient ChatDecoder decoder;

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<RowData> out) {
            decoder = decoder == null ? new ChatDecoder() : decoder;
            Said said = decoder.decode(message.value());
            if (said != null) {
                out.collect(GenericRowData.of(
                        StringData.fromString(said.conversation()),
                        said.timeMillis(),
                        said.act().ordinal()));
            }
        }

        @Override
        public TypeInformation<RowData> getProducedType() {
            return InternalTypeInfo.of(CHAT);
        }
    }
}
