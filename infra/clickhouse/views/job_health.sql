-- How do the jobs that make the numbers run, and until when is what happened visible?

--| Looks at the jobs, one row each; day is UTC. running = 1 when the state is RUNNING; visible_age_s = how far
--| visible_until lay back when looked at, s; checkpoint_age_s = how long ago the last checkpoint had completed, s; both
--| null = unknown. Counters start at 0 with each submission.
CREATE OR REPLACE VIEW deskpulse.job_health AS
SELECT
    job,
    toDate(sampled_at, 'UTC') AS day,
    sampled_at,
    state,
    CAST(state, 'String') = 'RUNNING' AS running,
    lag_events,
    visible_until,
    if(visible_until > sampled_at, 0, dateDiff('millisecond', visible_until, sampled_at) / 1000) AS visible_age_s,
    read_events_per_s,
    written_rows_per_s,
    checkpoint_completed_at,
    if(
        checkpoint_completed_at > sampled_at,
        0,
        dateDiff('millisecond', checkpoint_completed_at, sampled_at) / 1000) AS checkpoint_age_s,
    checkpoint_ms,
    checkpoint_bytes,
    checkpoints_failed,
    restarts
FROM deskpulse.job_samples;
