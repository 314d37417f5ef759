-- Which questions are settled at the first contact?
-- Apart from topic_rates, as whether a resolution holds asks for all contacts of its buyer in the 72 hours behind it.

--| Resolutions by topic, one row per shop, day and topic: first_contact / resolutions = first-contact resolution of
--| tickets (view resolutions) that came from a conversation, by the topic of its last day up to that of the opening, of
--| the seven days before at most. Of some days alone: topic_resolutions_between.
CREATE OR REPLACE VIEW deskpulse.topic_resolutions AS
SELECT * FROM deskpulse.topic_resolutions_between(from_day = '1970-01-01', to_day = '2149-01-01');
