-- Does it help to call buyers who no longer answer?
-- A chat is a row of its own day and of the two days after it, so conditions on shop and day reach both sides.

--| silent_calls of the days from from_day to to_day, both parameters and both inclusive; reads no conversation but
--| those of these days, of the two before and of the five behind.
CREATE OR REPLACE VIEW deskpulse.silent_calls_between AS
SELECT
    called.shop_id AS shop_id,
    called.day AS day,
    called.conversation_id AS conversation_id,
    called.buyer_id AS buyer_id,
    called.silent.2 AS chat_id,
    called.silent.3 AS topic,
    called.rang_at AS rang_at,
    toUnixTimestamp64Milli(called.rang_at) - toUnixTimestamp64Milli(called.silent.1) AS silent_ms,
    toBool(isNotNull(called.answered_at)) AS answered,
    toBool(ifNull(called.consent, false)) AS consented,
    toBool(
        answered
        AND NOT arrayExists(
            at -> at > called.ended_at AND at <= called.ended_at + toIntervalHour(72),
            later.contacts)) AS resolved
FROM
(
    SELECT
        call.shop_id AS shop_id,
        call.day AS day,
        call.conversation_id AS conversation_id,
        call.buyer_id AS buyer_id,
        call.rang_at AS rang_at,
        call.answered_at AS answered_at,
        call.consent AS consent,
        call.ended_at AS ended_at,
        arraySort(arrayFilter(
            said -> said.1 <= call.rang_at - toIntervalMinute(30)
                AND said.1 >= call.rang_at - toIntervalHour(48)
                AND NOT said.4
                AND ifNull(said.5 <= said.1 OR said.5 > call.rang_at, true),
            arrayMap(
                chat -> (
                    arrayLast(at -> at <= call.rang_at, chat.2),
                    chat.1,
                    chat.4,
                    chat.3[arrayLastIndex(at -> at <= call.rang_at, chat.2)],
                    chat.5),
                arrayFilter(chat -> arrayExists(at -> at <= call.rang_at, chat.2), had.chats)))) AS candidates,
        candidates[-1] AS silent
    FROM
    (
        SELECT
            shop_id,
            day,
            conversation_id,
            buyer_id,
            assumeNotNull(rang_at) AS rang_at,
            answered_at,
            consent,
            ifNull(released_at, rang_at) AS ended_at
        FROM deskpulse.calls
        WHERE direction = 'OUTBOUND' AND isNotNull(rang_at) AND day BETWEEN {from_day:Date} AND {to_day:Date}
    ) AS call
    INNER JOIN
    (
        SELECT shop_id, day, buyer_id, groupArray((conversation_id, sent_at, by_buyer, topic, closed_at)) AS chats
        FROM
        (
            SELECT
                shop_id,
                later_day AS day,
                buyer_id,
                conversation_id,
                arrayFlatten(groupArray(sent_at)) AS sent_at,
                arrayFlatten(groupArray(by_buyer)) AS by_buyer,
                argMax(topic, first_event_at) AS topic,
                max(closed_at) AS closed_at
            FROM
            (
                SELECT
                    shop_id,
                    arrayJoin([day, day + 1, day + 2]) AS later_day,
                    buyer_id,
                    conversation_id,
                    first_event_at,
                    `messages.sent_at` AS sent_at,
                    `messages.by_buyer` AS by_buyer,
                    if(days.topic = '', 'OTHER', days.topic) AS topic,
                    closed_at
                FROM deskpulse.conversation_days AS days FINAL
                WHERE channel = 'CHAT'
                    AND days.day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 2)) AND {to_day:Date}
                ORDER BY first_event_at
            )
            GROUP BY shop_id, day, buyer_id, conversation_id
        )
        GROUP BY shop_id, day, buyer_id
    ) AS had USING (shop_id, day, buyer_id)
    WHERE notEmpty(candidates)
) AS called
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
) AS later ON called.shop_id = later.shop_id AND called.day = later.day AND called.buyer_id = later.buyer_id;
