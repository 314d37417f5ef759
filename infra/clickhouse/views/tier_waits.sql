-- How long do important buyers wait, and is what they were promised kept?

--| Waits for a person by rank of the buyer, one row per shop, day and buyer_tier (empty = buyers without one); days
--| with fewer than five buyers of a rank are left out. buyers = buyers who waited; judged = waits that were answered,
--| or closed without an answer, or are open beyond limit_ms; late = of those answered after limit_ms, or not; limit_ms
--| = what the rule of the shop allows for the rank, or for all; p50_ms, p90_ms = of answered waits, exact. Over several
--| days: tier_waits_between.
CREATE OR REPLACE VIEW deskpulse.tier_waits AS
SELECT
    shop_id,
    day,
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
GROUP BY shop_id, day, tier
HAVING buyers >= 5;
