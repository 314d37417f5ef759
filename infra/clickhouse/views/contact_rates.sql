-- Why do buyers ask, measured against what leads to it?
-- Windows by shop and day, as conditions on both reach the tables beneath them; a join would take some of them away.

--| Contact rates, one row per shop, day and topic that was asked for: rate = contacts / causes, per 100 on boards.
--| contacts = conversations of the topic that day in which the buyer spoke; causes = what they are counted against
--| (view contact_causes), null where the taxonomy does not know the topic, as of OTHER; asked = conversations of all
--| topics that day, so contacts / asked is the share. Over several days take causes from contact_causes, as days
--| without a contact have no row here.
CREATE OR REPLACE VIEW deskpulse.contact_rates AS
SELECT
    shop_id,
    day,
    topic,
    nullIf(known_cause, '') AS cause,
    contacts,
    if(known_cause = '', NULL, all_causes) AS causes,
    asked
FROM
(
    SELECT
        shop_id,
        day,
        topic,
        known_cause,
        contacts,
        sum(known_causes) OVER (PARTITION BY shop_id, day, known_cause) AS all_causes,
        sum(contacts) OVER (PARTITION BY shop_id, day) AS asked
    FROM
    (
        SELECT shop_id, day, topic, cause AS known_cause, contacts, toUInt64(0) AS known_causes
        FROM deskpulse.topic_contacts

        UNION ALL

        SELECT shop_id, day, '' AS topic, cause AS known_cause, toUInt64(0) AS contacts, causes AS known_causes
        FROM deskpulse.contact_causes
    )
)
WHERE topic != '';
