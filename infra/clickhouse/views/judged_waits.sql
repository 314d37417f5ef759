-- Which waits were longer than the buyer's rank is promised?

--| Waits for a person, one row each on the day they began: tier = rank of the buyer, empty without one; wait_ms = until
--| the answer, null without; limit_of_wait_ms = what the rule of the shop, number pick of reply_rules, allows for the
--| rank, or for all, null where that rule has no limit; is_judged = answered, closed, or open beyond the limit now;
--| is_late = of those answered beyond it, or not. Added up in tier_waits.
CREATE OR REPLACE VIEW deskpulse.judged_waits AS
WITH (SELECT rules FROM deskpulse.reply_rules) AS rules
SELECT
    shop_id,
    day,
    days.buyer_tier AS tier,
    buyer_id,
    answered_at,
    closed_at,
    toUnixTimestamp64Milli(answered_at) - toUnixTimestamp64Milli(opened_at) AS wait_ms,
    transform(shop_id, rules.shops, rules.picks, rules.pick) AS pick,
    multiIf(
        pick = 0, NULL,
        mapContains(rules.tier_limits[pick], tier), rules.tier_limits[pick][tier],
        rules.limits[pick]) AS limit_of_wait_ms,
    multiIf(
        isNull(limit_of_wait_ms), false,
        isNotNull(answered_at), assumeNotNull(wait_ms) > limit_of_wait_ms,
        isNotNull(closed_at), true,
        opened_at + toIntervalMillisecond(limit_of_wait_ms) < now64(3, 'UTC')) AS is_late,
    isNotNull(answered_at) OR isNotNull(closed_at) OR is_late AS is_judged
FROM deskpulse.conversation_days AS days FINAL
ARRAY JOIN
    `waits.opened_at` AS opened_at,
    `waits.answered_at` AS answered_at,
    `waits.closed_at` AS closed_at;
