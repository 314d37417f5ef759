-- What could lead to questions on a day: how many enquirers, open orders, parcels under way, parcels just signed?
-- What lasts for several days is a row of each of them, so whoever asks for a shop reads its orders once. Days come of
-- ARRAY JOIN, as no choice of a shop from further out passes a condition on what the function arrayJoin gives.

--| What contacts are counted against, one row per shop, day and cause: ENQUIRERS = buyers who consulted an account and
--| are enquirers; ORDERS_OPEN = orders from the day of their creation to that of their close, or of the delivery of the
--| last of their parcels; PARCELS_UNDER_WAY = from the day of hand-over to that of delivery; PARCELS_SIGNED = delivered
--| that day or in the 29 days before. What never ends is counted for 90 days; days to come count what is known now.
--| Rate of a topic over several days = sum(contacts) of contact_rates / sum(causes) of its cause here.
CREATE OR REPLACE VIEW deskpulse.contact_causes AS
SELECT shop_id, day, 'ENQUIRERS' AS cause, count() AS causes
FROM deskpulse.enquiries
WHERE is_enquirer
GROUP BY shop_id, day

UNION ALL

SELECT
    shop_id,
    day,
    'ORDERS_OPEN' AS cause,
    uniqExact(order_id) AS causes
FROM
(
    SELECT
        shop_id,
        order_id,
        assumeNotNull(ifNull(created_day, paid_day)) AS first_day,
        toDate('2149-06-06') AS never,
        greatest(first_day, least(
            first_day + 89,
            ifNull(closed_day, if(isNull(closed_at), never, toDate(assumeNotNull(closed_at)))),
            if(
                notEmpty(`parcels.signed_at`) AND arrayAll(at -> isNotNull(at), `parcels.signed_at`),
                arrayMax(`parcels.signed_day`),
                never))) AS last_day
    FROM deskpulse.order_facts FINAL
)
ARRAY JOIN arrayMap(later -> first_day + later, range(toUInt32(1 + last_day - first_day))) AS day
GROUP BY shop_id, day

UNION ALL

SELECT
    shop_id,
    day,
    'PARCELS_UNDER_WAY' AS cause,
    uniqExact(parcel_id) AS causes
FROM
(
    SELECT
        shop_id,
        parcel_id,
        assumeNotNull(shipped_day) AS first_day,
        greatest(first_day, least(first_day + 89, ifNull(signed_day, toDate('2149-06-06')))) AS last_day
    FROM deskpulse.parcels
    WHERE isNotNull(shipped_day)
)
ARRAY JOIN arrayMap(later -> first_day + later, range(toUInt32(1 + last_day - first_day))) AS day
GROUP BY shop_id, day

UNION ALL

SELECT
    shop_id,
    day,
    'PARCELS_SIGNED' AS cause,
    uniqExact(parcel_id) AS causes
FROM
(
    SELECT shop_id, parcel_id, assumeNotNull(signed_day) AS first_day
    FROM deskpulse.parcels
    WHERE isNotNull(signed_day)
)
ARRAY JOIN arrayMap(later -> first_day + later, range(30)) AS day
GROUP BY shop_id, day;
