-- Which contacts were there, how long did each take, and did its buyer get a person?
-- A conversation makes a contact each time the buyer comes back to it. What is running is measured to its end once it
-- has one: the end of a chat is known ahead, as it ends by itself unless something happens before.

--| Contacts, one row each, on the day they arrived. arrived_at = first event of a conversation with people, or a call
--| that rang; outbound = the shop called; asked_at = the buyer began to wait, null = asked nothing; answered_at = first
--| reply by a person, or the answer of the call; wait_ms = asked to answered, or to the end; handle_ms = of a chat from
--| its arrival to its end without the silences in which it had ended by itself, of a call talk and wrap-up; ended_at =
--| null while it runs. handled = a person replied; abandoned = over without, though the buyer had asked.
CREATE OR REPLACE VIEW deskpulse.contacts AS
SELECT
    shop_id,
    day,
    conversation_id,
    channel,
    false AS outbound,
    arrived_at,
    asked_at,
    answered_at,
    if(ends_at > now64(3, 'UTC'), NULL, ends_at) AS ended_at,
    greatest(0, ifNull(
        dateDiff('millisecond', asked_at, ifNull(answered_at, least(ends_at, now64(3, 'UTC')))),
        0)) AS wait_ms,
    if(ends_at > now64(3, 'UTC'), NULL, contact_handle_ms) AS handle_ms,
    toBool(isNotNull(answered_at)) AS handled,
    toBool(isNull(answered_at) AND isNotNull(asked_at) AND ends_at <= now64(3, 'UTC')) AS abandoned
FROM deskpulse.conversation_days FINAL
ARRAY JOIN
    `contacts.arrived_at` AS arrived_at,
    `contacts.ends_at` AS ends_at,
    `contacts.handle_ms` AS contact_handle_ms,
    `contacts.asked_at` AS asked_at,
    `contacts.answered_at` AS answered_at
WHERE channel = 'CHAT'

UNION ALL

SELECT
    shop_id,
    day,
    conversation_id,
    channel,
    ifNull(direction = 'OUTBOUND', false) AS outbound,
    assumeNotNull(coalesce(rang_at, answered_at, released_at)) AS arrived_at,
    if(ifNull(direction = 'OUTBOUND', false), NULL, rang_at) AS asked_at,
    answered_at,
    if(talk_ms IS NULL AND isNotNull(answered_at), NULL, greatest(released_at, ifNull(wrapped_up_at, released_at)))
        AS ended_at,
    greatest(0, ifNull(
        dateDiff(
            'millisecond', asked_at,
            coalesce(answered_at, released_at, least(now64(3, 'UTC'), rang_at + toIntervalHour(1)))),
        0)) AS wait_ms,
    if(isNull(ended_at), NULL, ifNull(talk_ms, 0) + ifNull(wrap_up_ms, 0)) AS handle_ms,
    toBool(isNotNull(answered_at)) AS handled,
    toBool(isNull(answered_at) AND isNotNull(asked_at) AND isNotNull(released_at)) AS abandoned
FROM deskpulse.calls
WHERE coalesce(rang_at, answered_at, released_at) IS NOT NULL;
