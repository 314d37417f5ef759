-- Which defects of products did people of the shop write down in tickets?

--| Defects noted, one row per event that notes one. attribute = code of the taxonomy where it has one, else as the shop
--| names it; severity = as the shop names it; signed_at = when the order's line was delivered, null when unknown.
CREATE OR REPLACE VIEW deskpulse.defect_notes AS
SELECT
    shop_id,
    note_day AS day,
    noted_at,
    nullIf(order_id, '') AS order_id,
    note_ticket AS ticket_id,
    note_sku AS sku_id,
    note_attribute AS attribute,
    nullIf(note_severity, '') AS severity,
    note_buyer AS buyer_id,
    note_event AS event_id,
    if(has(lines.sku_id, note_sku), lines.signed_at[indexOf(lines.sku_id, note_sku)], NULL) AS signed_at
FROM deskpulse.product_facts FINAL
ARRAY JOIN
    defects.day AS note_day,
    defects.noted_at AS noted_at,
    defects.ticket_id AS note_ticket,
    defects.sku_id AS note_sku,
    defects.attribute AS note_attribute,
    defects.severity AS note_severity,
    defects.buyer_id AS note_buyer,
    defects.event_id AS note_event;
