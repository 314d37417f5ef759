-- Does it help to call buyers who no longer answer?
-- Calls out are few. They stand on the right side of both joins, which keeps that one in memory, so that chats and
-- contacts of other buyers only pass by. Conditions on the shop reach every part.

--| silent_calls of the days from from_day to to_day, both parameters and both inclusive; reads no conversation but
--| those of these days, of the two before and of the five behind.
CREATE OR REPLACE VIEW deskpulse.silent_calls_between AS
SELECT
    called.shop_id AS shop_id,
    called.day AS day,
    called.conversation_id AS conversation_id,
    any(called.buyer) AS buyer_id,
    any(called.silent.2) AS chat_id,
    any(called.silent.3) AS topic,
    any(called.rang_at) AS rang_at,
    any(toUnixTimestamp64Milli(called.rang_at) - toUnixTimestamp64Milli(called.silent.1)) AS silent_ms,
    toBool(any(called.answered)) AS answered,
    toBool(any(called.consented)) AS consented,
    toBool(
        answered
        AND countIf(
            contact.contact_at > called.ended_at
                AND contact.contact_at <= called.ended_at + toIntervalHour(72)) = 0) AS resolved
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
        call_day AS day,
        call_id AS conversation_id,
        any(buyer) AS buyer,
        any(rang) AS rang_at,
        any(is_answered) AS answered,
        any(has_consent) AS consented,
        any(ended) AS ended_at,
        arraySort(groupArrayIf(said, is_silent))[-1] AS silent
    FROM
    (
        SELECT
            shop_id,
            call_day,
            call_id,
            any(buyer) AS buyer,
            any(rang_at) AS rang,
            any(is_answered) AS is_answered,
            any(has_consent) AS has_consent,
            any(ended_at) AS ended,
            arraySort(groupArray((first_event_at, topic, sent_at, by_buyer))) AS parts,
            arrayFlatten(arrayMap(part -> part.3, parts)) AS sent,
            arrayLastIndex(at -> at <= rang, sent) AS last_said,
            arrayFlatten(arrayMap(part -> part.4, parts))[last_said] AS was_buyer,
            max(closed_at) AS closed,
            (sent[last_said], chat_id, parts[-1].2) AS said,
            last_said > 0
                AND said.1 BETWEEN rang - toIntervalHour(48) AND rang - toIntervalMinute(30)
                AND NOT was_buyer
                AND ifNull(closed <= said.1 OR closed > rang, true) AS is_silent
        FROM
        (
            SELECT
                chat.shop_id AS shop_id,
                chat.conversation_id AS chat_id,
                chat.first_event_at AS first_event_at,
                chat.sent_at AS sent_at,
                chat.by_buyer AS by_buyer,
                chat.topic AS topic,
                chat.closed_at AS closed_at,
                call.day AS call_day,
                call.conversation_id AS call_id,
                call.buyer_id AS buyer,
                call.rang_at AS rang_at,
                call.is_answered AS is_answered,
                call.has_consent AS has_consent,
                call.ended_at AS ended_at
            FROM
            (
                SELECT
                    shop_id,
                    day,
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
            ) AS chat
            INNER JOIN
            (
                SELECT
                    shop_id,
                    day,
                    conversation_id,
                    buyer_id,
                    assumeNotNull(rang_at) AS rang_at,
                    isNotNull(answered_at) AS is_answered,
                    ifNull(consent, false) AS has_consent,
                    ifNull(released_at, rang_at) AS ended_at
                FROM deskpulse.calls
                WHERE direction = 'OUTBOUND' AND isNotNull(rang_at) AND day BETWEEN {from_day:Date} AND {to_day:Date}
            ) AS call ON chat.shop_id = call.shop_id AND chat.buyer_id = call.buyer_id
            WHERE chat.day BETWEEN call.day - 2 AND call.day
        )
        GROUP BY shop_id, call_day, call_id, chat_id
    )
    GROUP BY shop_id, day, conversation_id
    HAVING silent.2 != ''
) AS called ON contact.shop_id = called.shop_id AND contact.buyer = called.buyer
GROUP BY shop_id, day, conversation_id;
