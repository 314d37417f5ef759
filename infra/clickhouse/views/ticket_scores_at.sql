-- What did the rules on tickets, promises and calls score at an instant?

--| Scores of tickets, promises and calls as they stand at an instant, SELECT ... FROM ticket_scores_at(at = ...).
CREATE OR REPLACE VIEW deskpulse.ticket_scores_at AS
WITH
    rules AS (SELECT * FROM deskpulse.metric_rules FINAL),
    judged AS
    (
        SELECT
            t.shop_id AS shop_id,
            t.day AS day,
            r.rule_id AS rule_id,
            r.version AS version,
            r.measure AS measure,
            t.requester_wait_ms AS wait_ms,
            t.status AS status,
            t.reopens AS reopens,
            t.resolved AS resolved,
            t.resolved_by AS resolved_by,
            multiIf(
                measure = 'RESOLVED', '',
                measure = 'FIRST_REPLY_IN_TIME', t.first_replied_by,
                t.resolving_agent) AS credited,
            ifNull(
                t.first_reply_breach_at < coalesce(t.first_reply_at, t.ended_at, {at:DateTime64(3, 'UTC')}),
                false) AS reply_missed,
            ifNull(
                t.resolution_breach_at < coalesce(t.ended_at, {at:DateTime64(3, 'UTC')}),
                false) AS resolution_missed,
            multiIf(
                measure = 'RESOLVED', true,
                measure IN ('ONE_TOUCH', 'REQUESTER_WAIT'), t.resolved,
                measure = 'FIRST_REPLY_IN_TIME',
                    isNotNull(t.first_reply_target_ms)
                        AND (reply_missed OR isNotNull(coalesce(t.first_reply_at, t.ended_at))),
                measure = 'RESOLVED_IN_TIME',
                    isNotNull(t.resolution_target_ms) AND (resolution_missed OR isNotNull(t.ended_at)),
                measure = 'SOLUTION_KEPT',
                    isNotNull(t.solution_due_at)
                        AND (isNotNull(t.solution_done_at)
                            OR ifNull(t.solution_due_at < {at:DateTime64(3, 'UTC')}, false)),
                false) AS counts,
            multiIf(
                measure = 'RESOLVED', t.resolved,
                measure = 'ONE_TOUCH', t.public_replies = 1 AND t.reopens = 0,
                measure = 'FIRST_REPLY_IN_TIME', NOT reply_missed,
                measure = 'RESOLVED_IN_TIME', NOT resolution_missed,
                measure = 'SOLUTION_KEPT', ifNull(t.solution_done_at <= t.solution_due_at, false),
                false) AS good,
            multiIf(
                measure = 'FIRST_REPLY_IN_TIME', isNotNull(t.first_reply_target_ms),
                measure = 'RESOLVED_IN_TIME', isNotNull(t.resolution_target_ms),
                measure = 'SOLUTION_KEPT', isNotNull(t.solution_due_at),
                false) AND NOT counts AS undecided
        FROM
        (
            SELECT *
            FROM deskpulse.ticket_facts FINAL
            WHERE status != 'MERGED' AND isNotNull(opened_at) AND opened_at <= {at:DateTime64(3, 'UTC')}
        ) AS t
        CROSS JOIN (SELECT * FROM rules WHERE facts = 'TICKETS') AS r
        WHERE t.day >= r.valid_from AND t.day < r.valid_to
    )
SELECT
    shop_id,
    day,
    rule_id,
    version,
    toNullable(nullIf(toString(credited), '')) AS account,
    if(measure = 'REQUESTER_WAIT', 'ms', 'count') AS unit,
    if(measure = 'REQUESTER_WAIT', sumIf(wait_ms, counts), toInt64(countIf(counts AND good))) AS numerator,
    countIf(counts) AS denominator,
    if(measure = 'REQUESTER_WAIT', toNullable(quantileExactInclusiveIf(0.5)(wait_ms, counts)), NULL) AS p50_ms,
    if(measure = 'REQUESTER_WAIT', toNullable(quantileExactInclusiveIf(0.9)(wait_ms, counts)), NULL) AS p90_ms,
    multiIf(
        measure = 'RESOLVED',
        map(
            'confirmed', countIf(resolved AND resolved_by = 'BUYER'),
            'assumed', countIf(resolved AND resolved_by = 'AGENT'),
            'system', countIf(resolved AND resolved_by = 'SYSTEM'),
            'closed_unresolved', countIf(status = 'CLOSED' AND NOT resolved),
            'reopened', countIf(reopens > 0)),
        measure IN ('FIRST_REPLY_IN_TIME', 'RESOLVED_IN_TIME', 'SOLUTION_KEPT'), map('undecided', countIf(undecided)),
        CAST(map(), 'Map(String, UInt64)')) AS apart
FROM judged
WHERE counts OR undecided
GROUP BY shop_id, day, rule_id, version, measure, credited

UNION ALL

SELECT
    f.shop_id AS shop_id,
    f.day AS day,
    r.rule_id AS rule_id,
    r.version AS version,
    toNullable(toString(f.resolving_agent)) AS account,
    'count' AS unit,
    toInt64(countIf(f.state != 'provisional' AND f.first_contact)) AS numerator,
    countIf(f.state != 'provisional') AS denominator,
    CAST(NULL, 'Nullable(Float64)') AS p50_ms,
    CAST(NULL, 'Nullable(Float64)') AS p90_ms,
    map('provisional', countIf(f.state = 'provisional'), 'taken_back', countIf(f.state = 'taken back')) AS apart
FROM deskpulse.resolutions_at(at = {at:DateTime64(3, 'UTC')}) AS f
CROSS JOIN (SELECT * FROM rules WHERE facts = 'RESOLUTIONS') AS r
WHERE f.day >= r.valid_from AND f.day < r.valid_to
GROUP BY shop_id, day, rule_id, version, account

UNION ALL

SELECT
    f.shop_id AS shop_id,
    f.day AS day,
    r.rule_id AS rule_id,
    r.version AS version,
    toNullable(toString(f.account)) AS account,
    'count' AS unit,
    toInt64(countIf(ifNull(f.kept_at <= f.due_at, false))) AS numerator,
    countIf(isNotNull(f.kept_at) OR ifNull(f.due_at < {at:DateTime64(3, 'UTC')}, false)) AS denominator,
    CAST(NULL, 'Nullable(Float64)') AS p50_ms,
    CAST(NULL, 'Nullable(Float64)') AS p90_ms,
    map('undecided', countIf(isNull(f.kept_at) AND ifNull(f.due_at >= {at:DateTime64(3, 'UTC')}, false))) AS apart
FROM deskpulse.promises AS f
CROSS JOIN (SELECT * FROM rules WHERE facts = 'PROMISES') AS r
WHERE isNotNull(f.made_at) AND f.day >= r.valid_from AND f.day < r.valid_to
GROUP BY shop_id, day, rule_id, version, account

UNION ALL

SELECT
    f.shop_id AS shop_id,
    f.day AS day,
    r.rule_id AS rule_id,
    r.version AS version,
    CAST(NULL, 'Nullable(String)') AS account,
    'count' AS unit,
    toInt64(countIf(NOT f.without_consent)) AS numerator,
    count() AS denominator,
    CAST(NULL, 'Nullable(Float64)') AS p50_ms,
    CAST(NULL, 'Nullable(Float64)') AS p90_ms,
    CAST(map(), 'Map(String, UInt64)') AS apart
FROM deskpulse.calls AS f
CROSS JOIN (SELECT * FROM rules WHERE facts = 'CALLS') AS r
WHERE f.direction = 'OUTBOUND' AND f.day >= r.valid_from AND f.day < r.valid_to
GROUP BY shop_id, day, rule_id, version;
