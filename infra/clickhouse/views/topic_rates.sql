-- What works, by what was asked: answers in time, conversion, ratings, transfers, saved phrases?
-- Parts that are added up, as each counts something else; conditions on shop and day reach each of them.

--| Rates by topic, one row per shop, day and topic; add up numerators and denominators, never ratios. conversations and
--| transfers: of the topic of the day; good / asked: rounds with people within the limit and hours of the shop's own
--| rule, by the topic of the round; by_quick_phrase / by_people: rounds answered by a saved phrase, of those answered
--| by people; satisfied / ratings: rated 0 or 1; paid / enquirers: enquirers who asked about the topic that day and
--| paid that day or the next; net_fen: what they paid then, less refunds, in the smallest unit of currency;
--| ordered_same_day, paid_same_day, paid_next_day: as in view enquiries. A buyer who asks about two topics is an
--| enquirer of both, so enquirers, paid and net_fen of topics do not add up to the shop's. First-contact resolution by
--| topic is in topic_resolutions.
CREATE OR REPLACE VIEW deskpulse.topic_rates AS
SELECT
    shop_id,
    day,
    topic,
    sum(n.1) AS conversations,
    sum(n.2) AS transfers,
    sum(n.3) AS good,
    sum(n.4) AS asked,
    sum(n.5) AS by_quick_phrase,
    sum(n.6) AS by_people,
    sum(n.7) AS satisfied,
    sum(n.8) AS ratings,
    sum(n.9) AS paid,
    sum(n.10) AS enquirers,
    sum(n.11) AS net_fen,
    sum(n.12) AS ordered_same_day,
    sum(n.13) AS paid_same_day,
    sum(n.14) AS paid_next_day
FROM
(
    SELECT
        shop_id,
        day,
        topic,
        (
            toInt64(buyer_messages > 0), toInt64(if(buyer_messages > 0, transfers, 0)), 0, 0, 0, 0,
            toInt64(ifNull(rating <= 1, false)), toInt64(isNotNull(rating)), 0, 0, 0,
            0, 0, 0
        )::Tuple(
            Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64) AS n
    FROM deskpulse.conversations

    UNION ALL

    SELECT shop_id, day, topic, (0, 0, toInt64(good), 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) AS n
    FROM deskpulse.scored_rounds_of(rule = 'own limit')

    UNION ALL

    SELECT
        shop_id,
        day,
        topic,
        (0, 0, 0, 0, toInt64(assumeNotNull(reply_sender) = 'AGENT_QUICK_PHRASE'), 1, 0, 0, 0, 0, 0, 0, 0, 0) AS n
    FROM deskpulse.rounds
    WHERE handler = 'HUMAN' AND reply_sender IN ('AGENT', 'AGENT_QUICK_PHRASE')

    UNION ALL

    SELECT
        shop_id,
        day,
        topic,
        (
            0, 0, 0, 0, 0, 0, 0, 0, toInt64(paid_same_day OR paid_next_day), 1, 0,
            toInt64(ordered_same_day), toInt64(paid_same_day), toInt64(paid_next_day)
        ) AS n
    FROM
    (
        SELECT shop_id, day, buyer_id, topic
        FROM deskpulse.conversations
        WHERE buyer_messages > 0
        GROUP BY shop_id, day, buyer_id, topic
    ) AS asked
    INNER JOIN
    (
        SELECT shop_id, day, buyer_id, ordered_same_day, paid_same_day, paid_next_day
        FROM deskpulse.enquiries
        WHERE is_enquirer
    ) AS enquirers USING (shop_id, day, buyer_id)

    UNION ALL

    SELECT
        shop_id,
        day,
        topic,
        (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, toInt64(net), 0, 0, 0) AS n
    FROM
    (
        SELECT shop_id, day, buyer_id, topic
        FROM deskpulse.conversations
        WHERE buyer_messages > 0
        GROUP BY shop_id, day, buyer_id, topic
    ) AS asked
    INNER JOIN
    (
        SELECT enquiry.shop_id AS shop_id, enquiry.day AS day, enquiry.buyer_id AS buyer_id, sum(net_fen) AS net
        FROM deskpulse.enquiries AS enquiry
        INNER JOIN deskpulse.sales AS sale ON enquiry.shop_id = sale.shop_id AND enquiry.buyer_id = sale.buyer_id
        WHERE is_enquirer
            AND sale.paid_at > enquiry.consulted_at
            AND sale.day BETWEEN enquiry.day AND enquiry.day + 1
        GROUP BY shop_id, day, buyer_id
    ) AS money USING (shop_id, day, buyer_id)
)
GROUP BY shop_id, day, topic;
