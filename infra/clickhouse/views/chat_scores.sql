-- What does every rule on conversations score, per shop and day, and per account where accounts are scored?
-- A rule that has a limit of its own for a rank of buyers judges their questions by it.
-- Sum numerators and denominators over any period; never average ratios. Quantiles hold for their own row only: over
-- longer periods compute them from waits.

--| Scores of the rules on conversations; see scores. One row per shop, day, rule, version and account (null = queued,
--| or a rule that scores the shop). Score = sum(numerator) / sum(denominator); unit count or ms; apart = counts that
--| stand beside the score.
CREATE OR REPLACE VIEW deskpulse.chat_scores AS
WITH rules AS (SELECT * FROM deskpulse.metric_rules FINAL)
SELECT
    shop_id,
    day,
    rule_id,
    version,
    account,
    unit,
    numerator,
    denominator,
    p50_ms,
    p90_ms,
    apart
FROM
(
    SELECT
        f.shop_id AS shop_id,
        f.day AS day,
        r.rule_id AS rule_id,
        r.version AS version,
        toNullable(toString(f.account)) AS account,
        if(r.measure = 'WITHIN', 'count', 'ms') AS unit,
        sum(multiIf(
            r.measure = 'WITHIN',
            toInt64(ifNull(
                f.response_ms <= if(
                    mapContains(r.tier_limits, ifNull(f.buyer_tier, '')),
                    r.tier_limits[ifNull(f.buyer_tier, '')],
                    r.limit_ms),
                false)),
            r.measure = 'CAPPED_SUM', least(ifNull(f.response_ms, assumeNotNull(r.cap_ms)), assumeNotNull(r.cap_ms)),
            ifNull(f.response_ms, 0))) AS numerator,
        count() AS denominator,
        CAST(NULL, 'Nullable(Float64)') AS p50_ms,
        CAST(NULL, 'Nullable(Float64)') AS p90_ms,
        CAST(map(), 'Map(String, UInt64)') AS apart
    FROM deskpulse.rounds AS f
    CROSS JOIN (SELECT * FROM rules WHERE facts = 'ROUNDS') AS r
    WHERE f.handler = 'HUMAN'
        AND f.opened_second BETWEEN r.window_from_s AND r.window_to_s
        AND f.day >= r.valid_from AND f.day < r.valid_to
        AND (r.measure != 'SUM' OR (f.response_ms >= r.min_response_ms
            AND (NOT r.human_valid_only OR f.reply_sender IN ('AGENT', 'AGENT_QUICK_PHRASE'))))
    GROUP BY shop_id, day, rule_id, version, account, unit

    UNION ALL

    WITH if(mapContains(r.tier_limits, f.buyer_tier), r.tier_limits[f.buyer_tier], r.limit_ms) AS limit_of_buyer
    SELECT
        f.shop_id AS shop_id,
        f.day AS day,
        r.rule_id AS rule_id,
        r.version AS version,
        CAST(NULL, 'Nullable(String)') AS account,
        'count' AS unit,
        toInt64(countIf(if(
            r.measure = 'FIRST_WITHIN',
            ifNull(f.first_reply_ms <= limit_of_buyer, false),
            arrayAll(
                (handler, opened, answered) -> handler != 'HUMAN'
                    OR ifNull(
                        toUnixTimestamp64Milli(answered) - toUnixTimestamp64Milli(opened) <= limit_of_buyer,
                        false),
                f.`rounds.handler`, f.`rounds.opened_at`, f.`rounds.answered_at`)))) AS numerator,
        count() AS denominator,
        CAST(NULL, 'Nullable(Float64)') AS p50_ms,
        CAST(NULL, 'Nullable(Float64)') AS p90_ms,
        CAST(map(), 'Map(String, UInt64)') AS apart
    FROM (SELECT * FROM deskpulse.conversation_days FINAL) AS f
    CROSS JOIN (SELECT * FROM rules WHERE facts = 'CONVERSATIONS') AS r
    WHERE f.asked_for_human
        AND isNotNull(f.first_question_at)
        AND f.first_question_second BETWEEN r.window_from_s AND r.window_to_s
        AND f.day >= r.valid_from AND f.day < r.valid_to
    GROUP BY shop_id, day, rule_id, version

    UNION ALL

    SELECT
        shop_id,
        day,
        rule_id,
        version,
        CAST(NULL, 'Nullable(String)') AS account,
        'count' AS unit,
        toInt64(countIf(misses = 0)) AS numerator,
        count() AS denominator,
        CAST(NULL, 'Nullable(Float64)') AS p50_ms,
        CAST(NULL, 'Nullable(Float64)') AS p90_ms,
        CAST(map(), 'Map(String, UInt64)') AS apart
    FROM
    (
        SELECT
            f.shop_id AS shop_id,
            f.day AS day,
            f.buyer_id AS buyer_id,
            r.rule_id AS rule_id,
            r.version AS version,
            countIf(NOT ifNull(
                toUnixTimestamp64Milli(f.answered) - toUnixTimestamp64Milli(f.opened) <= if(
                    mapContains(r.tier_limits, f.tier), r.tier_limits[f.tier], r.limit_ms),
                false)) AS misses
        FROM
        (
            SELECT shop_id, day, buyer_id, buyer_tier AS tier, opened, answered, opened_second
            FROM deskpulse.conversation_days FINAL
            ARRAY JOIN
                `rounds.opened_at` AS opened,
                `rounds.opened_second` AS opened_second,
                `rounds.handler` AS handler,
                `rounds.answered_at` AS answered
            WHERE handler = 'HUMAN'
        ) AS f
        CROSS JOIN (SELECT * FROM rules WHERE facts = 'BUYERS') AS r
        WHERE f.opened_second BETWEEN r.window_from_s AND r.window_to_s
            AND f.day >= r.valid_from AND f.day < r.valid_to
        GROUP BY shop_id, day, buyer_id, rule_id, version
    )
    GROUP BY shop_id, day, rule_id, version

    UNION ALL

    SELECT
        w.shop_id AS shop_id,
        w.day AS day,
        r.rule_id AS rule_id,
        r.version AS version,
        CAST(NULL, 'Nullable(String)') AS account,
        'ms' AS unit,
        sumIf(assumeNotNull(w.wait_ms), NOT w.open) AS numerator,
        countIf(NOT w.open) AS denominator,
        if(
            denominator = 0,
            NULL,
            toNullable(quantileExactInclusiveIf(0.5)(assumeNotNull(w.wait_ms), NOT w.open))) AS p50_ms,
        if(
            denominator = 0,
            NULL,
            toNullable(quantileExactInclusiveIf(0.9)(assumeNotNull(w.wait_ms), NOT w.open))) AS p90_ms,
        if(r.facts = 'WAITS', map('open', countIf(w.open)), CAST(map(), 'Map(String, UInt64)')) AS apart
    FROM
    (
        SELECT
            'FIRST_WAITS' AS facts,
            shop_id,
            `waits.answered_day`[1] AS day,
            first_response_ms AS wait_ms,
            false AS open
        FROM deskpulse.conversation_days FINAL
        WHERE isNotNull(first_response_ms)
        UNION ALL
        SELECT
            'WAITS' AS facts,
            shop_id,
            ifNull(answered_day, day) AS day,
            wait_ms,
            isNull(answered_at) AS open
        FROM deskpulse.waits
        WHERE isNotNull(answered_at) OR NOT closed
    ) AS w
    INNER JOIN (SELECT * FROM rules WHERE measure = 'QUANTILES') AS r ON w.facts = r.facts
    WHERE w.day >= r.valid_from AND w.day < r.valid_to
    GROUP BY shop_id, day, rule_id, version, r.facts

    UNION ALL

    SELECT
        f.shop_id AS shop_id,
        f.day AS day,
        r.rule_id AS rule_id,
        r.version AS version,
        CAST(NULL, 'Nullable(String)') AS account,
        'count' AS unit,
        toInt64(countIf(ifNull(f.rating <= r.worst_good_score, false))) AS numerator,
        countIf(isNotNull(f.rating)) AS denominator,
        CAST(NULL, 'Nullable(Float64)') AS p50_ms,
        CAST(NULL, 'Nullable(Float64)') AS p90_ms,
        map(
            'invited', countIf(f.rating_invitations > 0),
            'returned', countIf(f.rating_returned)) AS apart
    FROM deskpulse.conversations AS f
    CROSS JOIN (SELECT * FROM rules WHERE facts = 'RATINGS') AS r
    WHERE (isNotNull(f.rating) OR f.rating_invitations > 0)
        AND f.day >= r.valid_from AND f.day < r.valid_to
    GROUP BY shop_id, day, rule_id, version
);
