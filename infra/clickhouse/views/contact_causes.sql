-- What could lead to questions on a day: how many enquirers, open orders, parcels under way, parcels just signed?
-- What lasts for several days is a row of each of them, so whoever asks for a shop reads its orders once. Orders that
-- began and ended on the same days become days together: one by one a month of a busy shop had fifty times the rows.
-- What is told twice, of two buyers, counts once, on each day of either: of orders a job tells which these are
-- (shared_order_facts), so that only they are put together one by one. Days come of ARRAY JOIN, as no choice of a shop
-- from further out passes a condition on what the function arrayJoin gives. Two days are one number, first * 65536 +
-- last, 0 for none, as sets of tuples cost each parcel several times as much as sets of numbers.

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

SELECT shop_id, toDate(toUInt16(day_number)) AS day, cause, sum(alike) AS causes
FROM
(
    SELECT
        shop_id,
        'ORDERS_OPEN' AS cause,
        groupUniqArray(span) AS spans,
        if(shared_order = '', sum(orders), 1) AS alike
    FROM
    (
        SELECT shop_id, shared_order, toUInt32(first_day) * 65536 + toUInt32(last_day) AS span, count() AS orders
        FROM
        (
            SELECT
                shop_id,
                if(
                    (shop_id, order_id) IN (SELECT shop_id, order_id FROM deskpulse.shared_order_facts),
                    order_id,
                    '') AS shared_order,
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
        GROUP BY shop_id, shared_order, span
    )
    GROUP BY shop_id, shared_order, if(shared_order = '', span, 0)

    UNION ALL

    SELECT
        shop_id,
        cause,
        if(
            cause = 'PARCELS_SIGNED',
            arrayMap(
                told -> told % 65536 * 65536 + told % 65536 + 29,
                arrayFilter(told -> told % 65536 > 0, days_told)),
            arrayMap(
                told -> intDiv(told, 65536) * 65536 + if(
                    told % 65536 = 0,
                    intDiv(told, 65536) + 89,
                    greatest(intDiv(told, 65536), least(intDiv(told, 65536) + 89, told % 65536))),
                arrayFilter(told -> told >= 65536, days_told))) AS spans,
        count() AS alike
    FROM
    (
        SELECT
            shop_id,
            arraySort(groupUniqArray(toUInt32(
                toUInt32(ifNull(shipped_day, toDate(0))) * 65536 + toUInt32(ifNull(signed_day, toDate(0)))
            ))) AS days_told
        FROM deskpulse.parcels
        GROUP BY shop_id, parcel_id
    )
    ARRAY JOIN ['PARCELS_UNDER_WAY', 'PARCELS_SIGNED'] AS cause
    GROUP BY shop_id, cause, days_told
)
ARRAY JOIN arrayDistinct(arrayFlatten(arrayMap(
    span -> range(toUInt32(intDiv(span, 65536)), toUInt32(span % 65536) + 1), spans))) AS day_number
GROUP BY shop_id, day, cause;
