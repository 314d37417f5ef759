package io.deskpulse.ops.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.watch.JobReport.Checkpoints;
import io.deskpulse.ops.watch.JobReport.Flow;
import io.deskpulse.ops.watch.JobReport.ListedJob;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobSampleTest {
    private static final Instant NOW = Instant.parse("2026-11-11T02:00:00Z");

    @Test
    void becomesARowInUtc() {
        JobSample sample = new JobSample(
                new ListedJob("a1", "conversion", "RUNNING", 0),
                NOW,
                12L,
                NOW.minusMillis(1_500),
                new Flow(2.5, 0.5, Map.of()),
                new Checkpoints(NOW.minusSeconds(3).toEpochMilli(), 500L, 94_572_156L, 1),
                2);

        assertThat(sample.json())
                .hasToString("{\"job\":\"conversion\",\"sampled_at\":\"2026-11-11 02:00:00.000\",\"state\":\"RUNNING\","
                        + "\"lag_events\":12,\"visible_until\":\"2026-11-11 01:59:58.500\","
                        + "\"read_events_per_s\":2.5,\"written_rows_per_s\":0.5,"
                        + "\"checkpoint_completed_at\":\"2026-11-11 01:59:57.000\",\"checkpoint_ms\":500,"
                        + "\"checkpoint_bytes\":94572156,\"checkpoints_failed\":1,\"restarts\":2}");
    }

    @Test
    void whatIsUnknownIsNull() {
        JobSample sample = new JobSample(
                new ListedJob("a1", "conversion", "FAILED", 0), NOW, null, null, Flow.UNKNOWN, Checkpoints.NONE, 0);

        assertThat(sample.json())
                .hasToString("{\"job\":\"conversion\",\"sampled_at\":\"2026-11-11 02:00:00.000\",\"state\":\"FAILED\","
                        + "\"lag_events\":null,\"visible_until\":null,"
                        + "\"read_events_per_s\":null,\"written_rows_per_s\":null,"
                        + "\"checkpoint_completed_at\":null,\"checkpoint_ms\":null,"
                        + "\"checkpoint_bytes\":null,\"checkpoints_failed\":0,\"restarts\":0}");
    }
}
