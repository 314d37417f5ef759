-- How long do buyers wait for an answer, by what they ask?

--| Rounds with people by topic, one row per shop, day and topic: answered of rounds, p50_ms, p90_ms = exact quantiles
--| of the response of those answered, in ms. Quantiles of days do not add up: over several days ask the view rounds.
CREATE OR REPLACE VIEW deskpulse.topic_waits AS
SELECT
    shop_id,
    day,
    topic,
    count() AS rounds,
    countIf(isNotNull(response_ms)) AS answered,
    quantileExactInclusive(0.5)(response_ms) AS p50_ms,
    quantileExactInclusive(0.9)(response_ms) AS p90_ms
FROM deskpulse.rounds
WHERE handler = 'HUMAN'
GROUP BY shop_id, day, topic;
