-- Who asked and did not buy? Each is a buyer who was interested enough to write.

--| Enquirers (view enquiries) who paid neither on the day of the consult nor on the day after, one row per buyer and
--| day. ordered = they ordered that day, after the consult, and did not pay; conversation_id and channel = their last
--| conversation of the day. Of a day whose next day is
--| not over nobody is lost yet: compare day with the shop's own today.
CREATE OR REPLACE VIEW deskpulse.lost_enquirers AS
SELECT
    e.shop_id AS shop_id,
    e.day AS day,
    e.buyer_id AS buyer_id,
    assumeNotNull(e.consulted_at) AS consulted_at,
    arrayMap(account -> toString(account), e.accounts) AS accounts,
    e.ordered_same_day AS ordered,
    c.last_conversation AS conversation_id,
    c.last_channel AS channel
FROM
(
    SELECT *
    FROM deskpulse.buyer_days FINAL
    WHERE isNotNull(consulted_at) AND NOT bought_before AND NOT paid_same_day AND NOT paid_next_day
) AS e
LEFT JOIN
(
    SELECT
        shop_id,
        day,
        buyer_id,
        argMax(conversation_id, (last_event_at, conversation_id)) AS last_conversation,
        argMax(channel, (last_event_at, conversation_id)) AS last_channel
    FROM deskpulse.conversation_days FINAL
    GROUP BY shop_id, day, buyer_id
) AS c ON e.shop_id = c.shop_id AND e.day = c.day AND e.buyer_id = c.buyer_id;
