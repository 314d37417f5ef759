package io.deskpulse.bench.peers.engines;

import io.deskpulse.bench.peers.question.RowLog;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.Round;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import io.deskpulse.streaming.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The product: its response-time job up to the rows of {@code conversation_days}, of which the rounds are logged.
 *
 * <p>It does more than is asked: events in any order and delivered twice, waits, counts, ratings, days of the shop's calendar, buyers
 * hashed, closed conversations remembered.
 */
final class Timeline extends FlinkEngine {
    Timeline(Path directory, String stateBackend) {
        super(directory, stateBackend);
    }

    @Override
    void build(StreamExecutionEnvironment env, Topic topic, String consumers) {
        String[] arguments = {
            "--kafka.bootstrap-servers",
            topic.bootstrapServers(),
            "--kafka." + EventStream.CHAT.jsonName() + "-topic",
            topic.name(),
            "--kafka.group",
            consumers,
            // Rows end before they would be written.
            "--clickhouse.url",
            "jdbc:clickhouse://127.0.0.1:1/none"
        };
        Settings settings = new Settings(
                arguments, Map.of("CLICKHOUSE_PASSWORD", "none", "DESKPULSE_HASH_KEY", "benchmarks need no secret"));
        JobGraph graph = new ResponseTimeJob().graph(settings);
        settings.check();
        EventStreams in = EventStreams.open(env, graph.subscriptions());
        LogSink.write(days(graph.rows(in).get(0)), Timeline::log);
    }

    @SuppressWarnings("unchecked") // the job's one table
    private static DataStream<FactRow<DayFacts>> days(DataStream<?> rows) {
        return (DataStream<FactRow<DayFacts>>) rows;
    }

    private static void log(FactRow<DayFacts> row, RowLog rows) {
        for (Round round : row.facts().rounds()) {
            long answeredAt = round.isOpen()
                    ? RowLog.OPEN
                    : round.endReason() == null ? round.answeredAtMillis() : RowLog.UNANSWERED;
            rows.add(row.id(), round.openedAtMillis(), answeredAt);
        }
    }
}
