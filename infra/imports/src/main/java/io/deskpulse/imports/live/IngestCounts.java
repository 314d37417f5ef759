package io.deskpulse.imports.live;

import io.deskpulse.imports.report.RecordClass;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What was received and what became of it, as Prometheus reads it. Safe for use by several threads. */
final class IngestCounts {
    private final Map<Integer, Long> answers = new TreeMap<>();
    private final Map<RecordClass, Long> records = new TreeMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private long events;
    private long nanos;

    AtomicInteger running() {
        return running;
    }

    synchronized void answered(int status, long tookNanos) {
        answers.merge(status, 1L, Long::sum);
        nanos += tookNanos;
    }

    synchronized void mapped(Map<RecordClass, Long> classes, int sent) {
        classes.forEach((of, count) -> records.merge(of, count, Long::sum));
        events += sent;
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        text.append("# TYPE deskpulse_ingest_requests_total counter\n");
        answers.forEach((status, count) -> text.append("deskpulse_ingest_requests_total{status=\"")
                .append(status)
                .append("\"} ")
                .append(count)
                .append('\n'));
        text.append("# TYPE deskpulse_ingest_records_total counter\n");
        records.forEach((of, count) -> text.append("deskpulse_ingest_records_total{class=\"")
                .append(of.key())
                .append("\"} ")
                .append(count)
                .append('\n'));
        text.append("# TYPE deskpulse_ingest_events_total counter\ndeskpulse_ingest_events_total ")
                .append(events)
                .append("\n# TYPE deskpulse_ingest_seconds_total counter\ndeskpulse_ingest_seconds_total ")
                .append(nanos / 1e9)
                .append("\n# TYPE deskpulse_ingest_running gauge\ndeskpulse_ingest_running ")
                .append(running.get())
                .append('\n');
        return text.toString();
    }
}
