-- How does each shop stand at an instant? One row for the manager of many.
-- For seven parts planning is half of the answer's time, so that what a shop is comes from the constants of
-- shop_lookup.

--| How each shop stands at the instant at, a parameter, one row per shop; today = the day on the shop's own clock
--| (column day). is_open = within its hours. waiting, over_limit and longest_wait_ms: open waits while it is open,
--| those of them beyond the limit of its rule, and the longest, counted from its opening when the buyer came before;
--| waiting_for_opening: open waits while it is closed. rounds, rounds_in_time: what its own rule (column rule) counts
--| today; rounds_to_save: of those not in time, what can still be answered in time. wait_p50_ms, wait_p90_ms: waits
--| answered by a person in the last hour, null = none; open_tickets, overdue_tickets: at the instant; complaints:
--| tickets opened today as complaints; enquirers, ordered: rule conversion.ordered today; paid_fen: paid in full today,
--| in the smallest unit of currency, which has minor_digits decimals.
CREATE OR REPLACE VIEW deskpulse.shop_status_at AS
WITH
    {at:DateTime64(3, 'UTC')} AS at_instant,
    toDate(at_instant, 'UTC') AS utc_day,
    (
        SELECT (groupArray(shop_id), groupArray(is_open), groupArray(day))
        FROM deskpulse.shop_clocks_at(at = {at:DateTime64(3, 'UTC')})
    ) AS clocks,
    (SELECT known FROM deskpulse.shop_lookup) AS known,
    clocks.3[indexOf(clocks.1, '')] AS other_day
SELECT
    shop_id,
    transform(shop_id, clocks.1, clocks.3, other_day) AS day,
    transform(shop_id, known.shops, known.zones, known.other_zone) AS zone,
    transform(shop_id, clocks.1, clocks.2, clocks.2[indexOf(clocks.1, '')]) AS is_open,
    transform(shop_id, known.shops, known.rules, known.other_rule) AS rule,
    transform(shop_id, known.shops, known.targets, known.other_target) AS target_percent,
    transform(shop_id, known.shops, known.currencies, known.other_currency) AS currency,
    transform(shop_id, known.shops, known.minor_digits, known.other_minor_digits) AS minor_digits,
    sum(part.waiting) AS waiting,
    sum(part.over_limit) AS over_limit,
    max(part.longest_wait_ms) AS longest_wait_ms,
    sum(part.waiting_for_opening) AS waiting_for_opening,
    sum(part.rounds) AS rounds,
    sum(part.rounds_in_time) AS rounds_in_time,
    sum(part.rounds_to_save) AS rounds_to_save,
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
        CAST(NULL, 'Nullable(Date)') AS on_day,
        count(owed_ms) AS waiting,
        countIf(ifNull(owed_ms > limit_ms, false)) AS over_limit,
        ifNull(maxOrNull(owed_ms), 0) AS longest_wait_ms,
        countIf(isNull(owed_ms)) AS waiting_for_opening,
        0 AS rounds, 0 AS rounds_in_time, 0 AS rounds_to_save, NULL AS wait_p50_ms, NULL AS wait_p90_ms,
        0 AS open_tickets, 0 AS overdue_tickets, 0 AS complaints, 0 AS enquirers, 0 AS ordered, 0 AS paid_fen
    FROM deskpulse.open_waits_at(at = {at:DateTime64(3, 'UTC')})
    GROUP BY shop_id

    UNION ALL

    SELECT
        shop_id,
        day,
        0, 0, 0, 0,
        count(), countIf(good), countIf(NOT good AND ifNull(open_until >= at_instant, false)),
        NULL, NULL, 0, 0, 0, 0, 0, 0
    FROM deskpulse.own_questions
    WHERE day BETWEEN utc_day - 1 AND utc_day + 1 AND asked_at <= at_instant
    GROUP BY shop_id, day

    UNION ALL

    SELECT
        shop_id,
        NULL,
        0, 0, 0, 0, 0, 0, 0,
        quantileExactInclusive(0.5)(assumeNotNull(wait_ms)), quantileExactInclusive(0.9)(assumeNotNull(wait_ms)),
        0, 0, 0, 0, 0, 0
    FROM deskpulse.waits
    WHERE day BETWEEN utc_day - 2 AND utc_day + 1 AND answered_at BETWEEN at_instant - toIntervalHour(1) AND at_instant
    GROUP BY shop_id

    UNION ALL

    SELECT
        shop_id,
        NULL,
        0, 0, 0, 0, 0, 0, 0, NULL, NULL,
        count(), countIf(ifNull(due_at < at_instant, false)),
        0, 0, 0, 0
    FROM deskpulse.open_tickets_at(at = {at:DateTime64(3, 'UTC')})
    GROUP BY shop_id

    UNION ALL

    SELECT shop_id, day, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, countIf(ifNull(complaint, false)), 0, 0, 0
    FROM deskpulse.tickets
    WHERE day BETWEEN utc_day - 1 AND utc_day + 1 AND opened_at <= at_instant
    GROUP BY shop_id, day

    UNION ALL

    SELECT
        shop_id,
        day,
        0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0,
        countIf(is_enquirer), countIf(is_enquirer AND ordered_same_day),
        0
    FROM deskpulse.enquiries
    WHERE day BETWEEN utc_day - 1 AND utc_day + 1 AND consulted_at <= at_instant
    GROUP BY shop_id, day

    UNION ALL

    SELECT shop_id, paid_day, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, sum(paid_fen)
    FROM deskpulse.orders
    WHERE paid_day BETWEEN utc_day - 1 AND utc_day + 1 AND paid_at <= at_instant
    GROUP BY shop_id, paid_day
) AS part
WHERE isNull(part.on_day) OR part.on_day = transform(shop_id, clocks.1, clocks.3, other_day)
GROUP BY shop_id;
