-- How does each shop stand at an instant? One row for the manager of many.
-- Rounds are asked for by their kind: each view within a view is planned again, and for seven parts planning is half of
-- the answer's time.

--| How each shop stands at the instant at, a parameter, one row per shop; today = the day of the instant in
--| Asia/Shanghai. waiting and longest_wait_ms: open waits; rounds, rounds_in_time: rule tb.resp3m today; wait_p50_ms,
--| wait_p90_ms: waits answered by a person in the last hour, null = none; open_tickets, overdue_tickets: at the
--| instant; complaints: tickets opened today as complaints; enquirers, ordered: rule conversion.ordered today;
--| paid_fen: paid in full today, fen.
CREATE OR REPLACE VIEW deskpulse.shop_status_at AS
WITH
    {at:DateTime64(3, 'UTC')} AS at_instant,
    toDate(at_instant, 'Asia/Shanghai') AS at_day
SELECT
    shop_id,
    sum(part.waiting) AS waiting,
    max(part.longest_wait_ms) AS longest_wait_ms,
    sum(part.rounds) AS rounds,
    sum(part.rounds_in_time) AS rounds_in_time,
    max(part.wait_p50_ms) AS wait_p50_ms,
    max(part.wait_p90_ms) AS wait_p90_ms,
    sum(part.open_tickets) AS open_tickets,
    sum(part.overdue_tickets) AS overdue_tickets,
    sum(part.complaints) AS complaints,
    sum(part.enquirers) AS enquirers,
    sum(part.ordered) AS ordered,
    sum(part.paid_fen) AS paid_fen
FROM
(
    SELECT
        shop_id,
        count() AS waiting,
        max(toUnixTimestamp64Milli(at_instant) - toUnixTimestamp64Milli(opened_at)) AS longest_wait_ms,
        0 AS rounds, 0 AS rounds_in_time, NULL AS wait_p50_ms, NULL AS wait_p90_ms,
        0 AS open_tickets, 0 AS overdue_tickets, 0 AS complaints, 0 AS enquirers, 0 AS ordered, 0 AS paid_fen
    FROM deskpulse.open_waits_at(at = {at:DateTime64(3, 'UTC')})
    GROUP BY shop_id

    UNION ALL

    SELECT shop_id, 0, 0, count(), countIf(good), NULL, NULL, 0, 0, 0, 0, 0, 0
    FROM deskpulse.scored_rounds_of(rule = 'tb.resp3m@1')
    WHERE day = at_day AND asked_at <= at_instant
    GROUP BY shop_id

    UNION ALL

    SELECT
        shop_id,
        0, 0, 0, 0,
        quantileExactInclusive(0.5)(assumeNotNull(wait_ms)), quantileExactInclusive(0.9)(assumeNotNull(wait_ms)),
        0, 0, 0, 0, 0, 0
    FROM deskpulse.waits
    WHERE day BETWEEN at_day - 1 AND at_day AND answered_at BETWEEN at_instant - toIntervalHour(1) AND at_instant
    GROUP BY shop_id

    UNION ALL

    SELECT shop_id, 0, 0, 0, 0, NULL, NULL, count(), countIf(ifNull(due_at < at_instant, false)), 0, 0, 0, 0
    FROM deskpulse.open_tickets_at(at = {at:DateTime64(3, 'UTC')})
    GROUP BY shop_id

    UNION ALL

    SELECT shop_id, 0, 0, 0, 0, NULL, NULL, 0, 0, countIf(ifNull(complaint, false)), 0, 0, 0
    FROM deskpulse.tickets
    WHERE day = at_day AND opened_at <= at_instant
    GROUP BY shop_id

    UNION ALL

    SELECT shop_id, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, countIf(is_enquirer), countIf(is_enquirer AND ordered_same_day), 0
    FROM deskpulse.enquiries
    WHERE day = at_day AND consulted_at <= at_instant
    GROUP BY shop_id

    UNION ALL

    SELECT shop_id, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, sum(paid_fen)
    FROM deskpulse.orders
    WHERE paid_day = at_day AND paid_at <= at_instant
    GROUP BY shop_id
) AS part
GROUP BY shop_id;
