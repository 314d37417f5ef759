-- How did each question of a buyer end: who answered, and after how long?

--| Rounds, one row each: from a question to its answer or end, on the day it opened. account null = queued or robot;
--| answered_at and end_reason null = open; response_ms in ms; opened_second = seconds after local midnight.
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
    `rounds.buyer_messages` AS round_buyer_messages;
