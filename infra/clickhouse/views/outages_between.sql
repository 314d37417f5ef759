-- When were the numbers behind? Drawn over the dashboards, for readers of their curves.
-- Where nobody looked nothing is made up: looks more than two minutes apart belong to one outage only when the later
-- one proves that the numbers were behind all the while, since what was not visible by then was not visible before
-- either. The two minutes of age are those of the alert on freshness.

--| Stretches in which a job did not run, or what is visible of its topics was more than 2 minutes old, as the looks at
--| it from from_at to to_at tell, both parameters and both inclusive; one row per job and stretch. started_at = the
--| first such look, or 2 minutes after its visible_until when that is earlier, even before from_at; ended_at = the
--| first look after it, or the last within it when none followed within 2 minutes; null = it went on at the last look
--| at any job. last_look_at = the last look within it. reason = the last state other than RUNNING, as Flink calls it,
--| BEHIND = it ran all along. worst_visible_age_s = how far visible_until lay back at worst, s, null = unknown; while
--| it is unknown the last known one counts.
CREATE OR REPLACE VIEW deskpulse.outages_between AS
WITH
    toIntervalMinute(2) AS most_age,
    toIntervalMinute(2) AS most_gap,
    looks AS
    (
        SELECT
            job,
            sampled_at,
            CAST(state, 'String') AS told,
            visible_until,
            anyLast(visible_until) OVER (
                PARTITION BY job ORDER BY sampled_at
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS last_known,
            any(toNullable(sampled_at)) OVER (
                PARTITION BY job ORDER BY sampled_at
                ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING) AS next_look_at
        FROM deskpulse.job_samples
        WHERE sampled_at BETWEEN {from_at:DateTime64(3, 'UTC')} AND {to_at:DateTime64(3, 'UTC')}
    ),
    bad_looks AS
    (
        SELECT
            *,
            ifNull(least(sampled_at, visible_until + most_age), sampled_at) AS bad_since,
            any(toNullable(sampled_at)) OVER previous AS last_bad_at,
            any(next_look_at) OVER previous AS look_after_that
        FROM looks
        WHERE told != 'RUNNING' OR ifNull(last_known + most_age < sampled_at, false)
        WINDOW previous AS (PARTITION BY job ORDER BY sampled_at ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING)
    ),
    stretches AS
    (
        SELECT
            job,
            min(bad_since) AS started_at,
            max(sampled_at) AS last_look_at,
            argMax(tuple(next_look_at), sampled_at).1 AS look_after_it,
            if(countIf(told != 'RUNNING') = 0, 'BEHIND', argMaxIf(told, sampled_at, told != 'RUNNING')) AS reason,
            max(if(
                last_known > sampled_at,
                0,
                dateDiff('millisecond', last_known, sampled_at) / 1000)) AS worst_visible_age_s
        FROM
        (
            SELECT
                *,
                countIf(ifNull(look_after_that != sampled_at OR bad_since > last_bad_at + most_gap, true)) OVER (
                    PARTITION BY job ORDER BY sampled_at
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS stretch
            FROM bad_looks
        )
        GROUP BY job, stretch
    )
SELECT
    job,
    started_at,
    multiIf(
        look_after_it <= last_look_at + most_gap, look_after_it,
        isNull(look_after_it) AND last_look_at + most_gap >= (
            SELECT max(sampled_at)
            FROM deskpulse.job_samples
            WHERE sampled_at BETWEEN {from_at:DateTime64(3, 'UTC')} AND {to_at:DateTime64(3, 'UTC')}), NULL,
        last_look_at) AS ended_at,
    last_look_at,
    reason,
    worst_visible_age_s
FROM stretches;
