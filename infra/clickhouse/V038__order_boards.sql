-- Do buyers who get an answer sooner buy more often, what sells without service, and who spoke first about orders in trouble? For dashboards.
CREATE OR REPLACE VIEW deskpulse.enquiry_responses AS
SELECT
    e.shop_id AS shop_id,
    e.day AS day,
    e.buyer_id AS buyer_id,
    e.consulted_at AS consulted_at,
    e.accounts AS accounts,
    e.is_enquirer AS is_enquirer,
    e.ordered_same_day AS ordered_same_day,
    e.paid_same_day AS paid_same_day,
    e.paid_next_day AS paid_next_day,
    tupleElement(w.first_response, 1) AS first_response_ms,
    multiIf(
        isNull(first_response_ms), 6,
        first_response_ms <= 30000, 1,
        first_response_ms <= 60000, 2,
        first_response_ms <= 180000, 3,
        first_response_ms <= 600000, 4,
        5) AS band,
    ['up to 30 s', '30 s to 1 min', '1 to 3 min', '3 to 10 min', 'over 10 min', 'no person answered'][band] AS band_name
FROM deskpulse.enquiries AS e
LEFT JOIN
(
    SELECT shop_id, day, buyer_id, argMin(tuple(first_response_ms), `waits.opened_at`[1]) AS first_response
    FROM deskpulse.conversation_days FINAL
    WHERE notEmpty(`waits.opened_at`)
    GROUP BY shop_id, day, buyer_id
) AS w ON e.shop_id = w.shop_id AND e.day = w.day AND e.buyer_id = w.buyer_id
COMMENT 'Enquiries, one row per buyer and day as in enquiries. first_response_ms = length of the first wait that the buyer began that day, in ms, null when no person answered it (a supervised robot may have). band 1 to 6 orders band_name; limits belong to the faster band.';

CREATE OR REPLACE VIEW deskpulse.sales AS
SELECT
    shop_id,
    assumeNotNull(paid_day) AS day,
    order_id,
    buyer_id,
    paid_at,
    toBool(CAST(last_guide, 'String') = '') AS silent,
    paid_fen,
    refunded_fen,
    net_fen,
    refunds
FROM deskpulse.orders
WHERE isNotNull(paid_at)
COMMENT 'Paid orders, one row each, on the day of payment. silent = no candidate consult of the payment. Money in fen; refunds are taken from the day of the payment, whenever they succeed.';

CREATE OR REPLACE VIEW deskpulse.order_troubles_at AS
SELECT
    shop_id,
    day,
    order_id,
    trouble_id,
    buyer_id,
    kind,
    detected_at,
    if(ifNull(troubles.first_contact_at <= {at:DateTime64(3, 'UTC')}, false), troubles.first_contact_at, NULL) AS first_contact_at,
    if(isNull(first_contact_at), NULL, troubles.first_contact_by) AS first_contact_by,
    multiIf(isNull(first_contact_at), 'none', ifNull(troubles.proactive, false), 'shop', 'buyer') AS first_contact,
    toUnixTimestamp64Milli(first_contact_at) - toUnixTimestamp64Milli(detected_at) AS contact_ms,
    if(ifNull(troubles.fixed_at <= {at:DateTime64(3, 'UTC')}, false), troubles.fixed_at, NULL) AS fixed_at,
    toUnixTimestamp64Milli(fixed_at) - toUnixTimestamp64Milli(detected_at) AS fix_ms,
    toUnixTimestamp64Milli({at:DateTime64(3, 'UTC')}) - toUnixTimestamp64Milli(detected_at) AS age_ms
FROM deskpulse.order_troubles AS troubles
WHERE troubles.detected_at <= {at:DateTime64(3, 'UTC')}
COMMENT 'Order troubles as they stood at an instant, SELECT ... FROM order_troubles_at(at = ...), one row each, on the day of detection. first_contact = who spoke first after detection: shop, buyer, or none yet; open = fixed_at null. contact_ms and fix_ms run from the detection, age_ms from there to the instant, in ms.';
