-- How long were accounts busy with each case of a defect of some days?

--| Time that cases of the days from from_day to to_day took, both parameters and both inclusive, one row per case with
--| a conversation: first_at = as in defect_cases; handling_ms = in which accounts were busy (view agent_contacts) with
--| the conversations of its complaints, within 30 days of those days; the time of a conversation is shared among the
--| cases of those days that it tells of.
CREATE OR REPLACE VIEW deskpulse.defect_handling_between AS
SELECT
    told.shop_id AS shop_id,
    told.day AS day,
    told.sku_id AS sku_id,
    told.attribute AS attribute,
    told.about AS about,
    any(told.first_at) AS first_at,
    toInt64(round(sum(busy.busy_ms / told.sharing))) AS handling_ms
FROM
(
    SELECT
        shop_id,
        conversation_id,
        sum(dateDiff('millisecond', contact.started_at, contact.ended_at)) AS busy_ms
    FROM deskpulse.agent_contacts AS contact
    WHERE day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 30))
        AND toDate(least(65535, toInt32({to_day:Date}) + 30))
    GROUP BY shop_id, conversation_id
) AS busy
INNER JOIN
(
    SELECT
        shop_id,
        day,
        sku_id,
        attribute,
        about,
        first_at,
        conversation_id,
        count() OVER (PARTITION BY shop_id, conversation_id) AS sharing
    FROM
    (
        SELECT shop_id, day, sku_id, attribute, about, first_at, arrayJoin(conversations) AS conversation_id
        FROM deskpulse.defect_cases
        WHERE day BETWEEN {from_day:Date} AND {to_day:Date}
    )
) AS told ON busy.shop_id = told.shop_id AND busy.conversation_id = told.conversation_id
GROUP BY shop_id, day, sku_id, attribute, about;
