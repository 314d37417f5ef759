-- What could lead to questions on a day: how many enquirers, open orders, parcels under way, parcels just signed?
-- What lasts for several days is a row of each of them, so whoever asks for a shop reads its orders once. Orders that
-- began and ended on the same days become days together: one by one a month of a busy shop had fifty times the rows.
-- What is told twice, of two buyers, counts once, on each day of either. Days come of ARRAY JOIN, as no choice of a
-- shop from further out passes a condition on what the function arrayJoin gives.

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

SELECT shop_id, day, cause, sum(alike) AS causes
FROM
(
    SELECT shop_id, 'ORDERS_OPEN' AS cause, spans, count() AS alike
    FROM
    (
        SELECT shop_id, arraySort(groupUniqArray((first_day, last_day))) AS spans
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
        GROUP BY shop_id, order_id
    )
    GROUP BY shop_id, spans

    UNION ALL

    SELECT shop_id, cause, spans, count() AS alike
    FROM
    (
        SELECT
            shop_id,
            arraySort(groupUniqArrayIf(
                (
                    assumeNotNull(shipped_day),
                    greatest(
                        assumeNotNull(shipped_day),
                        least(assumeNotNull(shipped_day) + 89, ifNull(signed_day, toDate('2149-06-06'))))
                ),
                isNotNull(shipped_day))) AS under_way,
            arraySort(groupUniqArrayIf(
                (assumeNotNull(signed_day), assumeNotNull(signed_day) + 29), isNotNull(signed_day))) AS signed
        FROM deskpulse.parcels
        GROUP BY shop_id, parcel_id
    )
    ARRAY JOIN ['PARCELS_UNDER_WAY', 'PARCELS_SIGNED'] AS cause, [under_way, signed] AS spans
    WHERE notEmpty(spans)
    GROUP BY shop_id, cause, spans
)
ARRAY JOIN arrayDistinct(arrayFlatten(arrayMap(
    span -> arrayMap(later -> span.1 + later, range(toUInt32(1 + span.2 - span.1))), spans))) AS day
GROUP BY shop_id, day, cause;
