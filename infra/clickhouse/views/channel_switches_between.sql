-- When do buyers change the channel, and is it settled then?
-- A conversation is a row of its own days and of the days after them, so conditions on shop and day reach both sides.

--| channel_switches of the days from from_day to to_day, both parameters and both inclusive; reads no conversation but
--| those of these days, of the one before and of the five behind.
CREATE OR REPLACE VIEW deskpulse.channel_switches_between AS
SELECT
    switched.shop_id AS shop_id,
    switched.day AS day,
    switched.conversation_id AS conversation_id,
    switched.buyer_id AS buyer_id,
    switched.before.3 AS from_conversation_id,
    switched.before.2 AS from_channel,
    switched.channel AS to_channel,
    switched.before.4 AS topic,
    switched.topic AS to_topic,
    switched.first_event_at AS switched_at,
    switched.before.1 AS said_at,
    toUnixTimestamp64Milli(switched.last_said_at) - toUnixTimestamp64Milli(switched.first_event_at) AS lasted_ms,
    arrayFirstOrNull(
        at -> at > switched.last_said_at AND at <= switched.last_said_at + toIntervalHour(72),
        arraySort(later.contacts)) AS came_back_at,
    toBool(isNull(came_back_at)) AS first_contact
FROM
(
    SELECT
        begun.shop_id AS shop_id,
        begun.day AS day,
        begun.conversation_id AS conversation_id,
        begun.buyer_id AS buyer_id,
        begun.channel AS channel,
        begun.topic AS topic,
        begun.first_event_at AS first_event_at,
        begun.last_said_at AS last_said_at,
        arraySort(arrayMap(
            had -> (
                arrayLast(at -> at < begun.first_event_at, had.4),
                toString(had.1),
                had.2,
                had.3),
            arrayFilter(
                had -> had.1 != begun.channel
                    AND had.2 != begun.conversation_id
                    AND arrayExists(
                        at -> at < begun.first_event_at AND at >= begun.first_event_at - toIntervalHour(2),
                        had.4),
                talked.conversations))) AS candidates,
        candidates[-1] AS before
    FROM
    (
        SELECT
            shop_id,
            day,
            conversation_id,
            buyer_id,
            channel,
            if(days.topic = '', 'OTHER', days.topic) AS topic,
            first_event_at,
            if(empty(`messages.sent_at`), last_event_at, arrayMax(`messages.sent_at`)) AS last_said_at
        FROM deskpulse.conversation_days AS days FINAL
        WHERE begins AND day BETWEEN {from_day:Date} AND {to_day:Date}
    ) AS begun
    INNER JOIN
    (
        SELECT
            shop_id,
            arrayJoin([day, day + 1]) AS day,
            buyer_id,
            groupArray((
                channel,
                conversation_id,
                if(days.topic = '', 'OTHER', days.topic),
                `messages.sent_at`)) AS conversations
        FROM deskpulse.conversation_days AS days FINAL
        WHERE notEmpty(`messages.sent_at`)
            AND days.day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 1)) AND {to_day:Date}
        GROUP BY shop_id, day, buyer_id
    ) AS talked USING (shop_id, day, buyer_id)
    WHERE notEmpty(candidates)
) AS switched
LEFT JOIN
(
    SELECT
        shop_id,
        arrayJoin(arrayMap(back -> day - back, range(6))) AS day,
        buyer_id,
        groupArray(contact_at) AS contacts
    FROM deskpulse.buyer_contacts AS contact
    WHERE contact.day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 1)) AND {to_day:Date} + 6
    GROUP BY shop_id, day, buyer_id
) AS later ON switched.shop_id = later.shop_id
    AND switched.day = later.day
    AND switched.buyer_id = later.buyer_id;
