-- How did each question of a buyer end: who answered, and after how long?

--| Rounds, one row each: from a question to its answer or end, on the day it opened. account null = queued or robot;
--| answered_at and end_reason null = open; response_ms in ms; opened_second = seconds after local midnight; topic =
--| first topic among the messages of the buyer, OTHER when none has one; topic_version = of the taxonomy;
--| topic_sku_id = product that the message with the topic names, null when none;
--| buyer_tier = of the conversation that day.
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
    opened_second,
    if(round_topic = '', 'OTHER', round_topic) AS topic,
    nullIf(round_topic_version, '') AS topic_version,
    nullIf(round_topic_sku_id, '') AS topic_sku_id,
    nullIf(days.buyer_tier, '') AS buyer_tier
FROM deskpulse.conversation_days AS days FINAL
ARRAY JOIN
    `rounds.opened_at` AS round_opened_at,
    `rounds.opened_second` AS opened_second,
    `rounds.handler` AS handler,
    `rounds.account` AS round_account,
    `rounds.answered_at` AS round_answered_at,
    `rounds.reply_sender` AS sender,
    `rounds.end_reason` AS reason,
    `rounds.auto_replied` AS auto_replied,
    `rounds.buyer_messages` AS round_buyer_messages,
    `rounds.topic` AS round_topic,
    `rounds.topic_version` AS round_topic_version,
    `rounds.topic_sku_id` AS round_topic_sku_id;
