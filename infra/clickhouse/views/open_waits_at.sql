-- Which buyers were waiting for a person at an instant, and who owed the answer then?
-- An open wait is remembered for 120 days, so days before that are not read.
-- What a shop owes in its hours is what its people can do something about: the buyer of the night has waited for nobody
-- until the shop opens.

--| Waits open at the instant at, a parameter: opened by then, answered or closed later or not at all. owner = account
--| responsible at that instant, null = queued. owed_ms = how long the buyer has waited since the wait opened or, when
--| that was later, the shop (its hours in view shops), in ms; null = the shop is closed. limit_ms = what the shop's own
--| rule allows for an answer, to buyers of that rank where it says so: is_important then, and such buyers go first.
--| buyer_tier = how the shop ranks the buyer. Waits that opened more than 120 days before are left out.
CREATE OR REPLACE VIEW deskpulse.open_waits_at AS
WITH
    (SELECT rules FROM deskpulse.reply_rules) AS rules,
    (
        SELECT (groupArray(shop_id), groupArray(ifNull(toUnixTimestamp64Milli(open_since), 0)))
        FROM deskpulse.shop_clocks_at(at = {at:DateTime64(3, 'UTC')})
    ) AS clocks,
    transform(shop_id, clocks.1, clocks.2, clocks.2[indexOf(clocks.1, '')]) AS open_since_ms,
    transform(shop_id, rules.shops, rules.picks, rules.pick) AS pick
SELECT
    shop_id,
    day,
    conversation_id,
    buyer_id,
    channel,
    wait_opened_at AS opened_at,
    nullIf(if(last_handover = 0, opened_account, `handovers.account`[last_handover]), '') AS owner,
    if(
        open_since_ms = 0,
        NULL,
        toUnixTimestamp64Milli({at:DateTime64(3, 'UTC')})
            - greatest(toUnixTimestamp64Milli(wait_opened_at), open_since_ms)) AS owed_ms,
    nullIf(tier, '') AS buyer_tier,
    toBool(mapContains(rules.tier_limits[pick], tier)) AS is_important,
    if(is_important, rules.tier_limits[pick][tier], rules.limits[pick]) AS limit_ms
FROM
(
    SELECT
        shop_id,
        day,
        conversation_id,
        buyer_id,
        buyer_tier AS tier,
        channel,
        wait_opened_at,
        opened_account,
        `handovers.account`,
        arrayLastIndex(
            (wait, handed_at) -> wait = wait_number AND handed_at <= {at:DateTime64(3, 'UTC')},
            `handovers.wait`, `handovers.at`) AS last_handover
    FROM deskpulse.conversation_days FINAL
    ARRAY JOIN
        `waits.opened_at` AS wait_opened_at,
        `waits.answered_at` AS wait_answered_at,
        `waits.closed_at` AS wait_closed_at,
        `waits.account` AS opened_account,
        arrayEnumerate(`waits.opened_at`) AS wait_number
    WHERE day BETWEEN toDate({at:DateTime64(3, 'UTC')}) - 120 AND toDate({at:DateTime64(3, 'UTC')}) + 1
        AND wait_opened_at <= {at:DateTime64(3, 'UTC')}
        AND ifNull(wait_answered_at > {at:DateTime64(3, 'UTC')}, true)
        AND ifNull(wait_closed_at > {at:DateTime64(3, 'UTC')}, true)
);
