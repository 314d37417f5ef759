-- How long were accounts busy with each case of a defect?

--| Time that cases took, one row per case with a conversation: handling_ms = in which accounts were busy (view
--| agent_contacts) with the conversations of its complaints, whenever they were; the time of a conversation is shared
--| among all cases that it tells of. Over some days: defect_handling_between.
CREATE OR REPLACE VIEW deskpulse.defect_handling AS
SELECT shop_id, sku_id, attribute, about, handling_ms
FROM deskpulse.defect_handling_between(from_day = '1970-01-01', to_day = '2149-06-06');
