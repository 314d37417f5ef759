-- Which complaints does an order have, as they are stored? What complaints and the cases of defects are made of.

--| One row per complaint that was made, as complaint_facts has it: '' for what is not known. place = its number in
--| quotes.
CREATE OR REPLACE VIEW deskpulse.complaint_rows AS
SELECT
    shop_id, order_id, region, quotes, place,
    complained_at, complaint_day, complaint_event, complaint_source, complaint_reason, complaint_sku,
    complaint_attribute, complaint_buyer, complaint_ticket, complaint_conversation, complaint_account,
    complaint_parcel, complaint_carrier, shipped_at, signed_at, complaint_events, taken_back_at
FROM deskpulse.complaint_facts FINAL
ARRAY JOIN
    complaints.at AS complained_at,
    complaints.day AS complaint_day,
    complaints.event_id AS complaint_event,
    complaints.source AS complaint_source,
    complaints.reason AS complaint_reason,
    complaints.sku_id AS complaint_sku,
    complaints.attribute AS complaint_attribute,
    complaints.buyer_id AS complaint_buyer,
    complaints.ticket_id AS complaint_ticket,
    complaints.conversation_id AS complaint_conversation,
    complaints.account AS complaint_account,
    complaints.parcel_id AS complaint_parcel,
    complaints.carrier AS complaint_carrier,
    complaints.shipped_at AS shipped_at,
    complaints.signed_at AS signed_at,
    complaints.events AS complaint_events,
    complaints.taken_back_at AS taken_back_at,
    arrayEnumerate(complaints.at) AS place;
