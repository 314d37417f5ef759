-- Which orders are in trouble at an instant, whose turn is it, and when was the buyer last in touch?
-- What is open is open however long ago it began, so nothing here asks for a range of time. Troubles are remembered for
-- 120 days, and a buyer who has not been in touch for 14 days is out of touch.

--| Troubles of orders open at the instant at, a parameter: detected by then, fixed later or not at all, one row each.
--| first_contact = who spoke first after the detection: shop, buyer, or none yet; first_contact_by = BUYER or the
--| account, null = none yet or account unknown; last_contact_at = latest message of the buyer, or reply of a person or
--| a supervised robot, since the detection and in the 14 days before at, null = none; owner = the account that spoke
--| first for the shop, else the one credited with the order, null = nobody; age_ms = since the detection, in ms.
CREATE OR REPLACE VIEW deskpulse.open_troubles_at AS
WITH
    {at:DateTime64(3, 'UTC')} AS at_instant,
    toDate(at_instant, 'UTC') AS utc_day
SELECT
    open.shop_id AS shop_id,
    open.day AS day,
    open.order_id AS order_id,
    open.trouble_id AS trouble_id,
    open.buyer_id AS buyer_id,
    open.kind AS kind,
    open.detected_at AS detected_at,
    open.spoken_at AS first_contact_at,
    multiIf(isNull(open.spoken_at), 'none', open.contacted_by_shop, 'shop', 'buyer') AS first_contact,
    multiIf(
        isNull(open.spoken_at), NULL,
        open.contacted_by_shop, nullIf(open.contact_account, ''),
        'BUYER') AS first_contact_by,
    if(contacts.contact_at >= open.detected_at, toNullable(contacts.contact_at), open.spoken_at) AS last_contact_at,
    nullIf(
        if(isNotNull(open.spoken_at) AND open.contact_account != '', open.contact_account, credits.account),
        '') AS owner,
    toUnixTimestamp64Milli(at_instant) - toUnixTimestamp64Milli(open.detected_at) AS age_ms
FROM
(
    SELECT
        shop_id,
        detected_day AS day,
        order_id,
        trouble_id,
        buyer_id,
        kind,
        detected_at,
        if(ifNull(first_contact_at <= at_instant, false), first_contact_at, NULL) AS spoken_at,
        contacted_by_shop,
        contact_account
    FROM deskpulse.order_trouble_facts FINAL
    WHERE detected_day BETWEEN utc_day - 120 AND utc_day + 1
        AND detected_at <= at_instant
        AND ifNull(fixed_at > at_instant, true)
) AS open
LEFT JOIN
(
    SELECT
        shop_id,
        buyer_id,
        max(arrayMax(arrayFilter(
            turned_at -> turned_at <= at_instant,
            arrayPushBack(buyer_contacts_at, ifNull(last_reply_at, toDateTime64(0, 3, 'UTC')))))) AS contact_at
    FROM deskpulse.conversation_days FINAL
    WHERE day BETWEEN utc_day - 14 AND utc_day + 1
    GROUP BY shop_id, buyer_id
) AS contacts ON open.shop_id = contacts.shop_id AND open.buyer_id = contacts.buyer_id
LEFT JOIN
(
    SELECT shop_id, order_id, max(if(order_agent = '', pay_agent, order_agent)) AS account
    FROM deskpulse.order_facts FINAL
    WHERE created_day BETWEEN utc_day - 240 AND utc_day + 1
    GROUP BY shop_id, order_id
) AS credits ON open.shop_id = credits.shop_id AND open.order_id = credits.order_id;
