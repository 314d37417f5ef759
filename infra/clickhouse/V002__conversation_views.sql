-- What happened in conversations, per day, per round and per wait? The public SQL of the response-time facts.
CREATE OR REPLACE VIEW deskpulse.conversations AS
SELECT
    shop_id,
    day,
    conversation_id,
    buyer_id,
    channel,
    first_event_at,
    last_event_at,
    asked_for_human,
    first_response_ms,
    transfers,
    handed_off,
    closed_at,
    nullIf(closed_by, '') AS closed_by,
    rating,
    nullIf(rating_source, '') AS rating_source,
    open_since,
    buyer_messages,
    human_messages,
    bot_messages,
    rating_invitations,
    speaking_agents
FROM deskpulse.conversation_days FINAL
COMMENT 'Conversations, one row per conversation and day; every column tells of that day. Durations in ms, instants in UTC.';

CREATE OR REPLACE VIEW deskpulse.rounds AS
SELECT
    shop_id,
    day,
    conversation_id,
    channel,
    round_opened_at AS opened_at,
    handler,
    nullIf(round_account, '') AS account,
    round_answered_at AS answered_at,
    toUnixTimestamp64Milli(round_answered_at) - toUnixTimestamp64Milli(round_opened_at) AS response_ms,
    nullIf(sender, '') AS reply_sender,
    nullIf(reason, '') AS end_reason,
    auto_replied,
    round_buyer_messages AS buyer_messages,
    opened_second
FROM deskpulse.conversation_days FINAL
ARRAY JOIN
    `rounds.opened_at` AS round_opened_at,
    `rounds.opened_second` AS opened_second,
    `rounds.handler` AS handler,
    `rounds.account` AS round_account,
    `rounds.answered_at` AS round_answered_at,
    `rounds.reply_sender` AS sender,
    `rounds.end_reason` AS reason,
    `rounds.auto_replied` AS auto_replied,
    `rounds.buyer_messages` AS round_buyer_messages
COMMENT 'Rounds, one row each: from a question to its answer or end, on the day it opened. account null = queued or robot; answered_at and end_reason null = open; response_ms in ms; opened_second = seconds after local midnight.';

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
    nullIf(if(last_handover = 0, opened_account, `handovers.account`[last_handover]), '') AS account
FROM deskpulse.conversation_days FINAL
ARRAY JOIN
    `waits.opened_at` AS wait_opened_at,
    `waits.answered_at` AS wait_answered_at,
    `waits.answered_day` AS wait_answered_day,
    `waits.answered_by` AS wait_answered_by,
    `waits.closed_at` AS wait_closed_at,
    `waits.account` AS opened_account,
    arrayMap(n -> arrayLastIndex(w -> w = n, `handovers.wait`), arrayEnumerate(`waits.opened_at`)) AS last_handover
COMMENT 'Waits of a buyer for a person, one row each, on the day it opened. Waiting now = answered_at null and not closed; account = responsible last, null = queued; wait_ms in ms.';
