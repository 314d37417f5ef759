-- Which orders were left unpaid, whose buyers were reminded, and who paid then?

--| Orders left unpaid for 10 minutes or more, one row each, on the day of creation. paid_in_24h counts from the first
--| reminder, or, not reminded, from the end of the 10 minutes; pending = that time is not over and nothing happened
--| yet. An order paid under another buyer is not left unpaid.
CREATE OR REPLACE VIEW deskpulse.unpaid_followups AS
WITH
    now64(3, 'UTC') AS now_at,
    toIntervalMinute(10) AS patience,
    toIntervalHour(24) AS effect
SELECT
    shop_id,
    day,
    order_id,
    buyer_id,
    created_at,
    isNotNull(reminded_at) AS reminded,
    reminded_at,
    reminded_by,
    assumeNotNull(ifNull(reminded_at, created_at + patience)) AS counted_from,
    paid_at,
    ifNull(paid_at <= counted_from + effect, false) AS paid_in_24h,
    isNotNull(closed_at) AND (isNull(paid_at) OR closed_at < paid_at) AS closed_unpaid,
    isNull(paid_at) AND isNull(closed_at) AND now_at < counted_from + effect AS pending
FROM deskpulse.orders
WHERE isNotNull(created_at)
    AND least(ifNull(paid_at, now_at), ifNull(closed_at, now_at)) >= created_at + patience
    AND NOT paid_under_another;
