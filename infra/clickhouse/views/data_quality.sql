-- What is odd about the events of each shop and day?
-- A sign is no proof: an honest feed may show any of them now and then, a wrong one shows one of them often.

--| What is odd, one row per shop, day and kind: count, and an example to look up (subject = what the example is).
--| ID_WITH_TWO_CONTENTS = deliveries that are not kept because another one with their event id is;
--| REPLY_BEFORE_QUESTION = conversations whose last question is unanswered and less than a minute after the last
--| reply: a clock may be wrong; ROBOT_NEVER_OPENED = conversations with messages of a robot that no event opened;
--| NEVER_WENT_OFF_LINE = presences of accounts that ended only because nobody is believed to be on line for so long;
--| SHIFT_TOO_LONG = shifts of which only the beginning counts;
--| REJECTED_x = events refused for reason x, on the day in UTC; all others are anomalies of orders, tickets and calls,
--| named as in their views.
CREATE OR REPLACE VIEW deskpulse.data_quality AS
SELECT shop_id, day, kind, subject, sum(found) AS count, any(example) AS example
FROM
(
    SELECT shop_id, day, sign.1 AS kind, sign.2 AS subject, sign.3 AS found, sign.4 AS example
    FROM
    (
        SELECT
            shop_id,
            day,
            conversation_id,
            superseded,
            superseded_example,
            stray_robot_messages,
            notEmpty(`rounds.opened_at`)
                AND `rounds.handler`[-1] = 'HUMAN'
                AND isNull(`rounds.answered_at`[-1])
                AND ifNull(last_reply_at < `rounds.opened_at`[-1], false)
                AND ifNull(last_reply_at > `rounds.opened_at`[-1] - toIntervalMinute(1), false) AS replied_before
        FROM deskpulse.conversation_days FINAL
    )
    ARRAY JOIN arrayFilter(
        sign -> sign.3 > 0,
        [
            ('ID_WITH_TWO_CONTENTS', 'event', superseded, superseded_example),
            ('REPLY_BEFORE_QUESTION', 'conversation', toUInt32(replied_before), conversation_id),
            ('ROBOT_NEVER_OPENED', 'conversation', toUInt32(stray_robot_messages > 0), conversation_id)
        ]) AS sign

    UNION ALL

    SELECT shop_id, day, 'ID_WITH_TWO_CONTENTS', 'event', superseded, superseded_example
    FROM deskpulse.ticket_facts FINAL
    WHERE superseded > 0

    UNION ALL

    SELECT shop_id, day, 'ID_WITH_TWO_CONTENTS', 'event', superseded, superseded_example
    FROM deskpulse.buyer_days FINAL
    WHERE superseded > 0

    UNION ALL

    SELECT
        shop_id,
        assumeNotNull(ifNull(created_day, paid_day)),
        'ID_WITH_TWO_CONTENTS',
        'event',
        superseded,
        superseded_example
    FROM deskpulse.order_facts FINAL
    WHERE superseded > 0

    UNION ALL

    SELECT shop_id, detected_day, 'ID_WITH_TWO_CONTENTS', 'event', superseded, superseded_example
    FROM deskpulse.order_trouble_facts FINAL
    WHERE superseded > 0

    UNION ALL

    SELECT shop_id, day, 'ID_WITH_TWO_CONTENTS', 'event', superseded, superseded_example
    FROM deskpulse.agent_intervals FINAL
    WHERE superseded > 0

    UNION ALL

    SELECT shop_id, day, if(kind = 'PLANNED', 'SHIFT_TOO_LONG', 'NEVER_WENT_OFF_LINE'), 'account', 1, agent_id
    FROM deskpulse.agent_intervals FINAL
    WHERE kind != 'OFFLINE' AND ifNull(until_at, now64(3, 'UTC')) > believed_until_at

    UNION ALL

    SELECT shop_id, day, anomaly, 'order', 1, order_id
    FROM deskpulse.order_anomalies

    UNION ALL

    SELECT shop_id, day, anomaly, 'ticket', 1, ticket_id
    FROM deskpulse.tickets
    ARRAY JOIN anomalies AS anomaly

    UNION ALL

    SELECT shop_id, day, anomaly, 'conversation', 1, conversation_id
    FROM deskpulse.calls
    ARRAY JOIN anomalies AS anomaly

    UNION ALL

    SELECT
        shop_id,
        day,
        concat('REJECTED_', reason),
        'message',
        1,
        concat(source_topic, '[', toString(source_partition), ']@', toString(source_offset))
    FROM deskpulse.rejected_events
)
GROUP BY shop_id, day, kind, subject;
