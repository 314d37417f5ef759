-- Who waited for a person, and for how long?

--| Waits of a buyer for a person, one row each, on the day it opened. Waiting now = answered_at null and not closed;
--| account = responsible last, null = queued; wait_ms in ms; buyer_tier = of the conversation that day.
CREATE OR REPLACE VIEW deskpulse.waits AS
SELECT
    shop_id,
    day,
    conversation_id,
    channel,
    wait_opened_at AS opened_at,
    wait_answered_at AS answered_at,
    nullIf(wait_answered_by, '') AS answered_by,
    toUnixTimestamp64Milli(wait_answered_at) - toUnixTimestamp64Milli(wait_opened_at) AS wait_ms,
    if(isNull(wait_answered_at), NULL, wait_answered_day) AS answered_day,
    isNotNull(wait_closed_at) AS closed,
    wait_closed_at AS closed_at,
    nullIf(if(last_handover = 0, opened_account, `handovers.account`[last_handover]), '') AS account,
    nullIf(days.buyer_tier, '') AS buyer_tier
FROM deskpulse.conversation_days AS days FINAL
ARRAY JOIN
    `waits.opened_at` AS wait_opened_at,
    `waits.answered_at` AS wait_answered_at,
    `waits.answered_day` AS wait_answered_day,
    `waits.answered_by` AS wait_answered_by,
    `waits.closed_at` AS wait_closed_at,
    `waits.account` AS opened_account,
    arrayMap(n -> arrayLastIndex(w -> w = n, `handovers.wait`), arrayEnumerate(`waits.opened_at`)) AS last_handover;
