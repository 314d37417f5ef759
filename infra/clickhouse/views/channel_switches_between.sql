-- When do buyers change the channel, and is it settled then?
-- Only buyers of several channels are looked at, as nearly all keep to one: their conversations are all that is put
-- together, and theirs all contacts that are kept. The few stand on the right side of a join, which keeps that one in
-- memory. Conditions on the shop reach every part.

--| channel_switches of the days from from_day to to_day, both parameters and both inclusive; reads no conversation but
--| those of these days, of the one before and of the five behind.
CREATE OR REPLACE VIEW deskpulse.channel_switches_between AS
SELECT
    switched.shop_id AS shop_id,
    switched.day AS day,
    switched.conversation_id AS conversation_id,
    any(switched.buyer) AS buyer_id,
    any(switched.before.3) AS from_conversation_id,
    any(switched.before.2) AS from_channel,
    any(switched.channel) AS to_channel,
    any(switched.before.4) AS topic,
    any(switched.topic_then) AS to_topic,
    any(switched.first_event_at) AS switched_at,
    any(switched.before.1) AS said_at,
    any(toUnixTimestamp64Milli(switched.last_said_at) - toUnixTimestamp64Milli(switched.first_event_at)) AS lasted_ms,
    minOrNullIf(
        contact.contact_at,
        contact.contact_at > switched.last_said_at
            AND contact.contact_at <= switched.last_said_at + toIntervalHour(72)) AS came_back_at,
    toBool(isNull(came_back_at)) AS first_contact
FROM
(
    SELECT shop_id, buyer_id AS buyer, contact_at
    FROM deskpulse.buyer_contacts
    WHERE day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 1)) AND {to_day:Date} + 6
) AS contact
RIGHT JOIN
(
    SELECT
        shop_id,
        buyer AS buyer,
        begun.1 AS day,
        begun.2 AS conversation_id,
        begun.3 AS channel,
        begun.4 AS topic_then,
        begun.6 AS first_event_at,
        begun.7 AS last_said_at,
        arraySort(arrayMap(
            had -> (arrayLast(at -> at < begun.6, had.8), toString(had.3), had.2, had.4),
            arrayFilter(
                had -> had.1 BETWEEN begun.1 - 1 AND begun.1
                    AND had.3 != begun.3
                    AND had.2 != begun.2
                    AND arrayExists(at -> at < begun.6 AND at >= begun.6 - toIntervalHour(2), had.8),
                conversations)))[-1] AS before
    FROM
    (
        SELECT
            talked.shop_id AS shop_id,
            talked.buyer_id AS buyer,
            groupArray((
                talked.day,
                talked.conversation_id,
                talked.channel,
                talked.topic,
                talked.begins,
                talked.first_event_at,
                talked.last_said_at,
                talked.sent_at)) AS conversations
        FROM
        (
            SELECT
                shop_id,
                day,
                conversation_id,
                buyer_id,
                channel,
                if(days.topic = '', 'OTHER', days.topic) AS topic,
                begins,
                first_event_at,
                if(empty(`messages.sent_at`), last_event_at, arrayMax(`messages.sent_at`)) AS last_said_at,
                `messages.sent_at` AS sent_at
            FROM deskpulse.conversation_days AS days FINAL
            WHERE days.day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 1)) AND {to_day:Date}
        ) AS talked
        INNER JOIN
        (
            SELECT shop_id, buyer_id
            FROM deskpulse.conversation_days AS days FINAL
            WHERE days.day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 1)) AND {to_day:Date}
            GROUP BY shop_id, buyer_id
            HAVING min(channel) != max(channel)
        ) AS several ON talked.shop_id = several.shop_id AND talked.buyer_id = several.buyer_id
        GROUP BY shop_id, buyer
    )
    ARRAY JOIN arrayFilter(
        begun -> begun.5 AND begun.1 BETWEEN {from_day:Date} AND {to_day:Date}, conversations) AS begun
    WHERE before.2 != ''
) AS switched ON contact.shop_id = switched.shop_id AND contact.buyer = switched.buyer
GROUP BY shop_id, day, conversation_id;
