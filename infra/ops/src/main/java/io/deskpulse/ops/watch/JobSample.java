package io.deskpulse.ops.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import io.deskpulse.ops.watch.JobReport.Checkpoints;
import io.deskpulse.ops.watch.JobReport.Flow;
import io.deskpulse.ops.watch.JobReport.ListedJob;
import java.time.Instant;

/**
 * A row of {@code job_samples}, whose columns say what it holds.
 *
 * @param lagEvents null when unknown
 * @param visibleUntil null when unknown
 * @param restarts since the job was submitted
 */
record JobSample(
        ListedJob job,
        Instant sampledAt,
        Long lagEvents,
        Instant visibleUntil,
        Flow flow,
        Checkpoints checkpoints,
        long restarts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** As ClickHouse's {@code JSONEachRow} wants it: every column that samples fill, and its value. */
    ObjectNode json() {
        ObjectNode row = JSON.createObjectNode();
        row.put("job", job.name());
        row.put("sampled_at", text(sampledAt));
        row.put("state", job.state());
        row.put("lag_events", lagEvents);
        row.put("visible_until", text(visibleUntil));
        row.put("read_events_per_s", flow.readEventsPerSecond());
        row.put("written_rows_per_s", flow.writtenRowsPerSecond());
        Long completed = checkpoints.completedMillis();
        row.put("checkpoint_completed_at", completed == null ? null : text(Instant.ofEpochMilli(completed)));
        row.put("checkpoint_ms", checkpoints.tookMillis());
        row.put("checkpoint_bytes", checkpoints.bytes());
        row.put("checkpoints_failed", checkpoints.failed());
        row.put("restarts", restarts);
        return row;
    }

    private static String text(Instant instant) {
        return instant == null ? null : ClickHouseTime.text(instant);
    }
}
