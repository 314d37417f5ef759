package io.deskpulse.ops.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.ops.watch.JobReport.Checkpoints;
import io.deskpulse.ops.watch.JobReport.Flow;
import io.deskpulse.ops.watch.JobReport.ListedJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the answers of Flink's REST interface. What is missing in one is unknown, never zero. */
final class FlinkAnswers {
    private static final Pattern OFFSET =
            Pattern.compile("Source__.+\\.KafkaSourceReader\\.topic\\.(.+)\\.partition\\.(\\d+)\\.currentOffset");
    private static final Pattern READ = Pattern.compile("Source__Kafka_[^.]+\\.numRecordsInPerSecond");
    private static final Pattern WRITTEN = Pattern.compile("ClickHouse_[^.]+__Writer\\.numRecordsOutPerSecond");

    private FlinkAnswers() {}

    /** The jobs whose names are wanted, of each name the one submitted last; from {@code jobs/overview}. */
    static List<ListedJob> jobs(JsonNode overview, Predicate<String> wanted) {
        Map<String, ListedJob> newest = elements(overview.path("jobs"))
                .map(job -> new ListedJob(
                        job.path("jid").asText(),
                        job.path("name").asText(),
                        job.path("state").asText(),
                        job.path("start-time").asLong()))
                .filter(job -> wanted.test(job.name()))
                .collect(Collectors.toMap(
                        ListedJob::name,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingLong(ListedJob::startMillis))));
        return newest.values().stream()
                .sorted(Comparator.comparing(ListedJob::name))
                .toList();
    }

    /** From {@code jobs/ID/checkpoints}. */
    static Checkpoints checkpoints(JsonNode statistics) {
        JsonNode last = statistics.path("latest").path("completed");
        return new Checkpoints(
                number(last.path("latest_ack_timestamp")),
                number(last.path("end_to_end_duration")),
                number(last.path("state_size")),
                statistics.path("counts").path("failed").asLong());
    }

    /** From {@code jobs/ID/metrics?get=numRestarts}; null when Flink does not tell. */
    static Long restarts(JsonNode metrics) {
        return elements(metrics)
                .filter(metric -> metric.path("id").asText().equals("numRestarts"))
                .map(metric -> Long.valueOf(metric.path("value").asText()))
                .findFirst()
                .orElse(null);
    }

    /** The tasks that read Kafka or write to ClickHouse, from {@code jobs/ID}. */
    static List<String> endTasks(JsonNode job) {
        return elements(job.path("vertices"))
                .filter(task -> task.path("name").asText().matches(".*(Source: Kafka |ClickHouse ).*"))
                .map(task -> task.path("id").asText())
                .toList();
    }

    /** The metrics of a task that {@link #flow} reads, from the list of all of them. */
    static List<String> flowMetrics(JsonNode metrics) {
        return elements(metrics)
                .map(metric -> metric.path("id").asText())
                .filter(id -> READ.matcher(id).matches()
                        || WRITTEN.matcher(id).matches()
                        || OFFSET.matcher(id).matches())
                .sorted()
                .toList();
    }

    /** Adds up what the tasks tell, each metric with its {@code sum} and {@code max} over the parallel parts of its task. */
    static Flow flow(List<JsonNode> metrics) {
        Map<String, List<Long>> nextOffsets = new HashMap<>();
        for (JsonNode metric : metrics) {
            Matcher offset = OFFSET.matcher(metric.path("id").asText());
            if (offset.matches()) {
                // A source that has handed on nothing yet tells -1.
                nextOffsets
                        .computeIfAbsent(
                                Flow.key(offset.group(1), Integer.parseInt(offset.group(2))), key -> new ArrayList<>())
                        .add((long) metric.path("max").asDouble(-1) + 1);
            }
        }
        return new Flow(sum(metrics, READ), sum(metrics, WRITTEN), nextOffsets);
    }

    private static Double sum(List<JsonNode> metrics, Pattern id) {
        return metrics.stream()
                .filter(metric -> id.matcher(metric.path("id").asText()).matches())
                .map(metric -> metric.path("sum").asDouble(Double.NaN))
                .filter(Double::isFinite)
                .reduce(Double::sum)
                .orElse(null);
    }

    private static Long number(JsonNode value) {
        return value.isNumber() ? value.asLong() : null;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
