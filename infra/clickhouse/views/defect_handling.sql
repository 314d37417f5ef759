-- How long were accounts busy with each case of a defect?

--| Time that cases took, one row per case with a conversation: handling_ms = in which accounts were busy (view
--| agent_contacts) with the conversations of its complaints, whenever they were; the time of a conversation is shared
--| among all cases that it tells of.
CREATE OR REPLACE VIEW deskpulse.defect_handling AS
WITH
    told AS
    (
        SELECT
            shop_id,
            sku_id,
            attribute,
            about,
            conversation_id,
            count() OVER (PARTITION BY shop_id, conversation_id) AS sharing
        FROM
        (
            SELECT shop_id, sku_id, attribute, about, arrayJoin(conversations) AS conversation_id
            FROM deskpulse.defect_cases
        )
    )
SELECT
    told.shop_id AS shop_id,
    told.sku_id AS sku_id,
    told.attribute AS attribute,
    told.about AS about,
    toInt64(round(sum(busy.busy_ms / told.sharing))) AS handling_ms
FROM told
INNER JOIN
(
    SELECT
        shop_id,
        conversation_id,
        sum(dateDiff('millisecond', contact.started_at, contact.ended_at)) AS busy_ms
    FROM deskpulse.agent_contacts AS contact
    GROUP BY shop_id, conversation_id
) AS busy ON told.shop_id = busy.shop_id AND told.conversation_id = busy.conversation_id
GROUP BY shop_id, sku_id, attribute, about;
