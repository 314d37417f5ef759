-- What does every rule on orders, enquiries and troubles score, per shop, day and, where accounts are scored, account?
-- The columns of scores. Sum numerators and denominators over any period; never average ratios.

--| Scores on orders, one row per shop, day, rule, version and account (null = a rule that scores the shop). Score =
--| sum(numerator) / sum(denominator); unit count or fen; apart = counts that stand beside the score. Day: of the
--| consult, the payment, the creation or the detection.
CREATE OR REPLACE VIEW deskpulse.order_scores AS
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
    CAST(NULL, 'Nullable(Float64)') AS p50_ms,
    CAST(NULL, 'Nullable(Float64)') AS p90_ms,
    apart
FROM
(
    SELECT
        f.shop_id AS shop_id,
        f.day AS day,
        r.rule_id AS rule_id,
        r.version AS version,
        f.account AS account,
        'count' AS unit,
        toInt64(countIf(multiIf(
            r.measure = 'ORDERED_SAME_DAY', f.ordered_same_day,
            r.measure = 'PAID_SAME_DAY', f.paid_same_day,
            r.measure = 'PAID_NEXT_DAY', f.paid_next_day,
            false))) AS numerator,
        count() AS denominator,
        CAST(map(), 'Map(String, UInt64)') AS apart
    FROM
    (
        SELECT
            'ENQUIRERS' AS facts,
            shop_id,
            day,
            CAST(NULL, 'Nullable(String)') AS account,
            ordered_same_day,
            paid_same_day,
            paid_next_day
        FROM deskpulse.enquiries
        WHERE is_enquirer
        UNION ALL
        SELECT
            'ENQUIRERS_OF_ACCOUNT' AS facts,
            shop_id,
            day,
            toNullable(toString(consulted)) AS account,
            ordered_same_day,
            paid_same_day,
            paid_next_day
        FROM deskpulse.enquiries
        ARRAY JOIN accounts AS consulted
        WHERE is_enquirer
    ) AS f
    INNER JOIN rules AS r ON f.facts = r.facts
    WHERE f.day >= r.valid_from AND f.day < r.valid_to
    GROUP BY shop_id, day, rule_id, version, account

    UNION ALL

    SELECT
        f.shop_id AS shop_id,
        f.day AS day,
        r.rule_id AS rule_id,
        r.version AS version,
        CAST(NULL, 'Nullable(String)') AS account,
        if(r.measure = 'SILENT', 'count', 'fen') AS unit,
        if(r.measure = 'SILENT', toInt64(countIf(f.silent)), sum(f.buyer_silent_fen)) AS numerator,
        if(r.measure = 'SILENT', count(), toUInt64(sum(f.buyer_fen))) AS denominator,
        CAST(map(), 'Map(String, UInt64)') AS apart
    FROM
    (
        SELECT
            shop_id,
            day,
            buyer_id,
            countIf(account != '') = 0 AS silent,
            sumIf(paid_fen, account = '') AS buyer_silent_fen,
            sum(paid_fen) AS buyer_fen
        FROM (SELECT shop_id, day, buyer_id, account, paid_fen FROM deskpulse.attribution WHERE model = 'last_guide')
        GROUP BY shop_id, day, buyer_id
    ) AS f
    CROSS JOIN (SELECT * FROM rules WHERE facts IN ('PAYING_BUYERS', 'PAID_ORDERS')) AS r
    WHERE f.day >= r.valid_from AND f.day < r.valid_to
    GROUP BY shop_id, day, rule_id, version, r.measure

    UNION ALL

    SELECT
        f.shop_id AS shop_id,
        f.day AS day,
        r.rule_id AS rule_id,
        r.version AS version,
        CAST(NULL, 'Nullable(String)') AS account,
        'count' AS unit,
        toInt64(countIf(ifNull(f.paid_at <= f.counted_from + toIntervalMillisecond(r.limit_ms), false))) AS numerator,
        count() AS denominator,
        map(
            'closed_unpaid', countIf(isNotNull(f.closed_at) AND (isNull(f.paid_at) OR f.closed_at < f.paid_at)),
            'pending', countIf(isNull(f.paid_at) AND isNull(f.closed_at)
                AND ifNull(now64(3, 'UTC') < f.counted_from + toIntervalMillisecond(r.limit_ms), false))) AS apart
    FROM
    (
        SELECT
            o.shop_id AS shop_id,
            o.day AS day,
            o.paid_at AS paid_at,
            o.closed_at AS closed_at,
            o.reminded_at AS reminded_at,
            u.min_response_ms AS patience_ms,
            u.rule_id AS rule_id,
            u.version AS version,
            ifNull(o.reminded_at, o.created_at + toIntervalMillisecond(u.min_response_ms)) AS counted_from
        FROM deskpulse.orders AS o
        CROSS JOIN (SELECT * FROM rules WHERE facts = 'UNPAID_ORDERS') AS u
        WHERE isNotNull(o.created_at)
            AND least(ifNull(o.paid_at, now64(3, 'UTC')), ifNull(o.closed_at, now64(3, 'UTC')))
                >= o.created_at + toIntervalMillisecond(u.min_response_ms)
            AND isNotNull(o.reminded_at) = (u.measure = 'PAID_AFTER_REMINDER')
            AND NOT o.paid_under_another
    ) AS f
    INNER JOIN rules AS r ON f.rule_id = r.rule_id AND f.version = r.version
    WHERE f.day >= r.valid_from AND f.day < r.valid_to
    GROUP BY shop_id, day, rule_id, version

    UNION ALL

    SELECT
        f.shop_id AS shop_id,
        f.day AS day,
        r.rule_id AS rule_id,
        r.version AS version,
        CAST(NULL, 'Nullable(String)') AS account,
        'count' AS unit,
        toInt64(countIf(if(r.measure = 'PROACTIVE', ifNull(f.proactive, false), isNotNull(f.fixed_at)))) AS numerator,
        count() AS denominator,
        map(
            'no_contact_yet', countIf(isNull(f.first_contact_at)),
            'not_fixed_yet', countIf(isNull(f.fixed_at))) AS apart
    FROM deskpulse.order_troubles AS f
    CROSS JOIN (SELECT * FROM rules WHERE facts = 'TROUBLES') AS r
    WHERE f.day >= r.valid_from AND f.day < r.valid_to
    GROUP BY shop_id, day, rule_id, version
);
