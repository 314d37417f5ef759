-- Who complained, why, and about what? What rings as a hotspot is looked up here.
-- A shop's complaints are few beside its orders: a question about some days reads all of the shop's, which lie
-- together.

--| Complaints, one row per order, reason and product, at the earliest event that makes it one: a ticket opened as a
--| complaint, a refund for a reason that blames product, delivery or service, a review of one or two stars. reason =
--| code of the taxonomy, unmapped when the text has none of its reasons; sku_id = the order's only product where the
--| event names none; carrier, shipped_at, signed_at = of the parcel handed over last before it that may hold the
--| product; agent = first account that was responsible for its ticket or answered there, agent_group = its group by the
--| shop's settings; events = how many make it; taken_back = the buyer withdrew every refund request that makes it and
--| nothing else does; quote = the buyer's words, redacted, for 90 days where the shop keeps them.
CREATE OR REPLACE VIEW deskpulse.complaints AS
SELECT
    facts.shop_id AS shop_id,
    complaint_day AS day,
    complained_at,
    nullIf(facts.order_id, '') AS order_id,
    nullIf(complaint_ticket, '') AS ticket_id,
    complaint_source AS source,
    if(complaint_reason = '', 'unmapped', complaint_reason) AS reason,
    nullIf(complaint_sku, '') AS sku_id,
    nullIf(complaint_attribute, '') AS attribute,
    nullIf(complaint_carrier, '') AS carrier,
    nullIf(facts.region, '') AS region,
    nullIf(complaint_parcel, '') AS parcel_id,
    shipped_at,
    signed_at,
    nullIf(complaint_account, '') AS agent,
    nullIf(
        arrayFirst(
            group_name -> has(own.agent_groups[group_name], complaint_account),
            arraySort(mapKeys(own.agent_groups))),
        '') AS agent_group,
    complaint_buyer AS buyer_id,
    nullIf(complaint_conversation, '') AS conversation_id,
    complaint_event AS event_id,
    complaint_events AS events,
    isNotNull(taken_back_at) AS taken_back,
    taken_back_at,
    nullIf(facts.quotes[place], '') AS quote
FROM deskpulse.complaint_rows AS facts
LEFT JOIN (SELECT shop_id, agent_groups FROM deskpulse.shop_settings FINAL WHERE shop_id != '') AS own
    ON facts.shop_id = own.shop_id;
