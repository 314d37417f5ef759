-- Who held the line of a call, and for how long?
-- A call that a colleague takes over is one call and the talk of two.

--| Stretches of calls in which one account held the line, one row each: from an answer or a transfer to the next
--| transfer, the answer of a colleague, or the release (null = still talking). talk_ms = from start to end;
--| wrapped_up_at and wrap_up_ms: the work after the call, on its last leg where that account did it, else null. What
--| lies between two calls of a conversation, and the time in a queue, are nobody's talk.
CREATE OR REPLACE VIEW deskpulse.call_legs AS
SELECT
    shop_id,
    day,
    conversation_id,
    buyer_id,
    channel,
    toString(leg.1) AS account,
    leg.2 AS started_at,
    leg.3 AS ended_at,
    toUnixTimestamp64Milli(ended_at) - toUnixTimestamp64Milli(started_at) AS talk_ms,
    if(number = length(legs) AND calls.wrapped_up_by IN ('', account), calls.wrapped_up_at, NULL) AS wrapped_up_at,
    if(
        wrapped_up_at >= ended_at,
        toUnixTimestamp64Milli(wrapped_up_at) - toUnixTimestamp64Milli(ended_at),
        NULL) AS wrap_up_ms
FROM
(
    SELECT
        shop_id,
        day,
        conversation_id,
        buyer_id,
        channel,
        wrapped_up_at,
        wrapped_up_by,
        arrayZip(`legs.account`, `legs.from_at`, `legs.until_at`) AS legs
    FROM deskpulse.contact_facts FINAL
    WHERE has_call
) AS calls
ARRAY JOIN legs AS leg, arrayEnumerate(legs) AS number;
