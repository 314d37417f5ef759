-- What happened in each conversation on each day?

--| Conversations, one row per conversation and day; every column tells of that day. rating = the last one of the
--| conversation, on the day of the invitation that it answers (rating_returned), else on its own; on other days null.
--| topic = topic of most rounds of the day that have one, the earlier on a tie; OTHER when none has one. buyer_tier =
--| how the shop ranked the buyer by the last event of the day that says so; null when none does. begins = first day of
--| the conversation. Durations in ms, instants in UTC.
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
    rating_returned,
    speaking_agents,
    if(days.topic = '', 'OTHER', days.topic) AS topic,
    nullIf(days.topic_version, '') AS topic_version,
    nullIf(days.buyer_tier, '') AS buyer_tier,
    begins
FROM deskpulse.conversation_days AS days FINAL;
