-- Which calls were there, and how long did they and the work after them take?

--| Calls, one row per conversation on channel PHONE or VIDEO. account = who answered first; talk_ms = sum of its legs
--| (view call_legs), null while somebody talks; wrap_up_ms = released to wrapped up; without_consent = outbound and the
--| consent of the buyer is not recorded, which must never be.
CREATE OR REPLACE VIEW deskpulse.calls AS
SELECT
    shop_id,
    day,
    conversation_id,
    buyer_id,
    channel,
    nullIf(direction, '') AS direction,
    consent,
    direction = 'OUTBOUND' AND NOT ifNull(consent, false) AS without_consent,
    rang_at,
    answered_at,
    nullIf(answered_by, '') AS account,
    released_at,
    nullIf(released_by, '') AS released_by,
    nullIf(cause, '') AS cause,
    if(
        empty(`legs.account`) OR isNull(`legs.until_at`[-1]),
        NULL,
        arraySum(
            (from_at, until_at) -> toUnixTimestamp64Milli(assumeNotNull(until_at)) - toUnixTimestamp64Milli(from_at),
            `legs.from_at`,
            `legs.until_at`)) AS talk_ms,
    wrapped_up_at,
    nullIf(wrapped_up_by, '') AS wrapped_up_by,
    if(
        wrapped_up_at >= released_at,
        toUnixTimestamp64Milli(wrapped_up_at) - toUnixTimestamp64Milli(released_at),
        NULL) AS wrap_up_ms,
    nullIf(problem, '') AS problem,
    nullIf(solution, '') AS solution,
    follow_up_due_at,
    anomalies
FROM deskpulse.contact_facts FINAL
WHERE has_call;
