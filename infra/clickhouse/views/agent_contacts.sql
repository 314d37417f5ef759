-- Whom was each account busy with, and when?
-- For talks with agents, not for a ranking.

--| Stretches of time in which an account had a contact open, one row per round credited to it and per leg of a call. A
--| round: from the question (from the answer when that took longer than 30 minutes: the contact was idle) until 30
--| minutes after the answer, after the question while there is none, or the close or the next round of the conversation
--| that day before; a leg: until it ends, the last one until the wrap-up where its account did it (else the wrap-up is
--| a row of its own). Those of a conversation and day do not overlap: contacts at a time = sum of the lengths /
--| intervalLengthSum of all.
CREATE OR REPLACE VIEW deskpulse.agent_contacts AS
SELECT
    shop_id,
    day,
    toString(round_account) AS account,
    channel,
    conversation_id,
    start AS started_at,
    least(
        spoke_at + toIntervalMinute(30),
        next_start,
        if(ifNull(closed_at >= spoke_at, false), assumeNotNull(closed_at), next_start)) AS ended_at
FROM
(
    SELECT
        shop_id,
        day,
        channel,
        conversation_id,
        closed_at,
        arrayFilter(
            (account, handler) -> handler = 'HUMAN' AND account != '',
            `rounds.account`, `rounds.handler`) AS accounts,
        arrayFilter(
            (opened, account, handler) -> handler = 'HUMAN' AND account != '',
            `rounds.opened_at`, `rounds.account`, `rounds.handler`) AS opened_each,
        arrayFilter(
            (spoke, account, handler) -> handler = 'HUMAN' AND account != '',
            arrayMap((answered, opened) -> ifNull(answered, opened), `rounds.answered_at`, `rounds.opened_at`),
            `rounds.account`, `rounds.handler`) AS spoke_each,
        arrayMap(
            (opened, spoke) -> if(spoke > opened + toIntervalMinute(30), spoke, opened),
            opened_each, spoke_each) AS starts
    FROM deskpulse.conversation_days FINAL
)
ARRAY JOIN
    accounts AS round_account,
    spoke_each AS spoke_at,
    starts AS start,
    arrayPopFront(arrayPushBack(starts, toDateTime64('2200-01-01 00:00:00', 3, 'UTC'))) AS next_start

UNION ALL

SELECT
    shop_id,
    day,
    account,
    channel,
    conversation_id,
    started_at,
    greatest(started_at, coalesce(wrapped_up_at, legs.ended_at, started_at)) AS ended_at
FROM deskpulse.call_legs AS legs

UNION ALL

SELECT
    shop_id,
    day,
    toString(wrapped_up_by) AS account,
    channel,
    conversation_id,
    assumeNotNull(released_at) AS started_at,
    assumeNotNull(wrapped_up_at) AS ended_at
FROM deskpulse.contact_facts FINAL
WHERE has_call
    AND released_at < wrapped_up_at
    AND wrapped_up_by NOT IN ('', `legs.account`[-1])
    AND notEmpty(`legs.account`);
