-- Which digest reached whom, and which did not?

--| Deliveries, one row per digest, version and receiver, as they last stood. state = SENT; RETRY (again at retry_at);
--| REFUSED (for good); UNKNOWN (the sender died or the line broke over a message of a channel that cannot tell a second
--| one: nobody sends it again); SENDING (under way). attempts = how many; sent_at null = not known to have arrived;
--| correction = of a version after the first; receiver = without the address; detail = what the receiver answered.
CREATE OR REPLACE VIEW deskpulse.digest_deliveries AS
SELECT
    shop_id,
    from_day,
    period,
    delivery_id,
    issue_id,
    version,
    version > 1 AS correction,
    subscription,
    channel,
    receiver,
    language,
    last.1 AS state,
    attempts,
    first_at,
    last_at,
    if(sends = 0, NULL, sent) AS sent_at,
    if(last.1 = 'RETRY', last.2, NULL) AS retry_at,
    nullIf(last.3, '') AS detail
FROM
(
    SELECT
        shop_id,
        delivery_id,
        any(from_day) AS from_day,
        any(period) AS period,
        any(issue_id) AS issue_id,
        any(version) AS version,
        any(subscription) AS subscription,
        any(channel) AS channel,
        any(receiver) AS receiver,
        any(language) AS language,
        argMax((state, retry_at, detail), (attempt, step)) AS last,
        max(attempt) AS attempts,
        min(steps.at) AS first_at,
        max(steps.at) AS last_at,
        minIf(steps.at, state = 'SENT') AS sent,
        countIf(state = 'SENT') AS sends
    FROM deskpulse.digest_delivery_steps AS steps FINAL
    GROUP BY shop_id, delivery_id
);
