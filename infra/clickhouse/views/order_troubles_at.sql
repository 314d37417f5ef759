-- How did orders in trouble stand at an instant, and who spoke first about them?

--| Order troubles as they stood at an instant, SELECT ... FROM order_troubles_at(at = ...), one row each, on the day of
--| detection. first_contact = who spoke first after detection: shop, buyer, or none yet; open = fixed_at null.
--| contact_ms and fix_ms run from the detection (fix_ms = 0 when it was fixed before), age_ms from there to the
--| instant, in ms.
CREATE OR REPLACE VIEW deskpulse.order_troubles_at AS
SELECT
    shop_id,
    day,
    order_id,
    trouble_id,
    buyer_id,
    kind,
    detected_at,
    if(
        ifNull(troubles.first_contact_at <= {at:DateTime64(3, 'UTC')}, false),
        troubles.first_contact_at,
        NULL) AS first_contact_at,
    if(isNull(first_contact_at), NULL, troubles.first_contact_by) AS first_contact_by,
    multiIf(isNull(first_contact_at), 'none', ifNull(troubles.proactive, false), 'shop', 'buyer') AS first_contact,
    toUnixTimestamp64Milli(first_contact_at) - toUnixTimestamp64Milli(detected_at) AS contact_ms,
    if(ifNull(troubles.fixed_at <= {at:DateTime64(3, 'UTC')}, false), troubles.fixed_at, NULL) AS fixed_at,
    if(fixed_at < detected_at, 0, toUnixTimestamp64Milli(fixed_at) - toUnixTimestamp64Milli(detected_at)) AS fix_ms,
    toUnixTimestamp64Milli({at:DateTime64(3, 'UTC')}) - toUnixTimestamp64Milli(detected_at) AS age_ms
FROM deskpulse.order_troubles AS troubles
WHERE troubles.detected_at <= {at:DateTime64(3, 'UTC')};
