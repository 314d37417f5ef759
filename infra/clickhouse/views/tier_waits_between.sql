-- How long did important buyers wait over some days?
-- Apart from tier_waits, as quantiles and buyers of days do not add up.

--| tier_waits over the days from from_day to to_day, both parameters and both inclusive: one row per shop and rank.
CREATE OR REPLACE VIEW deskpulse.tier_waits_between AS
SELECT
    shop_id,
    tier AS buyer_tier,
    uniqExact(buyer_id) AS buyers,
    count() AS waits,
    countIf(isNotNull(answered_at)) AS answered,
    countIf(is_judged) AS judged,
    countIf(is_late) AS late,
    any(limit_of_wait_ms) AS limit_ms,
    quantileExactInclusive(0.5)(wait_ms) AS p50_ms,
    quantileExactInclusive(0.9)(wait_ms) AS p90_ms
FROM deskpulse.judged_waits
WHERE day BETWEEN {from_day:Date} AND {to_day:Date}
GROUP BY shop_id, tier
HAVING buyers >= 5;
