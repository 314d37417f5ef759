-- How do the jobs that make the numbers run, and until when is what happened visible?
-- One row a look of `deskpulse watch`, or of the embedded stack, at each job.
CREATE TABLE IF NOT EXISTS deskpulse.job_samples
(
    job LowCardinality(String) COMMENT 'name of the Flink job: response-time, resolution, conversion, or deskpulse where they run as one',
    sampled_at DateTime64(3, 'UTC') COMMENT 'when the job was looked at',
    state LowCardinality(String) COMMENT 'as Flink calls it: RUNNING, RESTARTING, FAILED, CANCELED and so on',
    lag_events Nullable(UInt64) COMMENT 'messages in the topics of the job that it is not known to have read; a message that several of its sources read counts once; null = unknown',
    visible_until Nullable(DateTime64(3, 'UTC')) COMMENT 'every message that Kafka took into the topics of the job before this instant had gone through a completed checkpoint, so its rows are in ClickHouse; a lower bound, null = unknown',
    read_events_per_s Nullable(Float64) COMMENT 'messages a second that the sources handed on, mean of about the last minute; each source counts for itself; null = unknown',
    written_rows_per_s Nullable(Float64) COMMENT 'rows a second that ClickHouse acknowledged, mean of about the last minute; null = unknown',
    checkpoint_completed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'when the last completed checkpoint completed; null = none yet',
    checkpoint_ms Nullable(UInt64) COMMENT 'how long that checkpoint took, ms; null = none yet',
    checkpoint_bytes Nullable(UInt64) COMMENT 'size of the state in that checkpoint, bytes; null = none yet',
    checkpoints_failed UInt64 COMMENT 'checkpoints that failed since the job was submitted, a counter',
    restarts UInt64 COMMENT 'times that Flink restarted the job, in part or whole, since it was submitted, a counter'
)
ENGINE = MergeTree
PARTITION BY toDate(sampled_at, 'UTC')
ORDER BY (job, sampled_at)
TTL toDateTime(sampled_at, 'UTC') + INTERVAL 30 DAY
SETTINGS ttl_only_drop_parts = 1
COMMENT 'One row per job and look at it, kept for 30 days. Read through job_health.';
