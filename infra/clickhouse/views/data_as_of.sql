-- How new is what the numbers of a stream know, and until when is everything visible?
-- In a quiet hour the newest event is old though nothing is behind, so both are told. What waits in a stream can stand
-- still while the others go on, so that no stream speaks for another.
-- Reads no row with FINAL: what a row replaces tells of no later event.

--| Newest events by stream (chat, tickets, orders) as of the instant at, a parameter, one row per shop and stream with
--| any event known of the last 8 days (chat) or 120 days. newest_at = newest instant of an event that is in the facts,
--| of orders those that facts keep: created, paid, closed, reminded, in trouble; visible_until = everything that Kafka
--| had taken in of the stream by then is visible, of the job that was looked at last within the day before, null =
--| nobody looked or nobody knows; is_open = the shop is within its hours.
CREATE OR REPLACE VIEW deskpulse.data_as_of AS
WITH
    {at:DateTime64(3, 'UTC')} AS at_instant,
    toDate(at_instant, 'UTC') AS utc_day,
    (
        SELECT (groupArray(shop_id), groupArray(is_open))
        FROM deskpulse.shop_clocks_at(at = {at:DateTime64(3, 'UTC')})
    ) AS clocks,
    (
        SELECT groupArray((stream_name, looked_at, told))
        FROM
        (
            SELECT
                stream_name,
                max(sampled_at) AS looked_at,
                argMax(tuple(visible_until), sampled_at).1 AS told
            FROM deskpulse.job_samples
            ARRAY JOIN multiIf(
                job = 'response-time', ['chat'],
                job = 'resolution', ['tickets'],
                job = 'conversion', ['orders'],
                job = 'deskpulse', ['chat', 'tickets', 'orders'],
                CAST([], 'Array(String)')) AS stream_name
            WHERE sampled_at BETWEEN at_instant - toIntervalDay(1) AND at_instant
            GROUP BY stream_name
        )
    ) AS looks
SELECT
    shop_id,
    stream,
    newest_at,
    arrayFirst(look -> look.1 = stream, looks).3 AS visible_until,
    transform(shop_id, clocks.1, clocks.2, clocks.2[indexOf(clocks.1, '')]) AS is_open
FROM
(
    SELECT shop_id, 'chat' AS stream, max(last_event_at) AS newest_at
    FROM deskpulse.conversation_days
    WHERE day BETWEEN utc_day - 7 AND utc_day + 1 AND last_event_at <= at_instant
    GROUP BY shop_id

    UNION ALL

    SELECT shop_id, 'tickets' AS stream, max(last_event_at) AS newest_at
    FROM deskpulse.ticket_facts
    WHERE day BETWEEN utc_day - 120 AND utc_day + 1 AND last_event_at <= at_instant
    GROUP BY shop_id

    UNION ALL

    SELECT
        shop_id,
        'orders' AS stream,
        max(newest_of_order) AS newest_at
    FROM
    (
        SELECT
            shop_id,
            arrayMax(arrayMap(
                told -> ifNull(if(told <= at_instant, told, NULL), toDateTime64(0, 3, 'UTC')),
                [created_at, paid_at, closed_at, reminded_at])) AS newest_of_order
        FROM deskpulse.order_facts
        WHERE created_day BETWEEN utc_day - 120 AND utc_day + 1

        UNION ALL

        SELECT
            shop_id,
            arrayMax(arrayMap(
                told -> ifNull(if(told <= at_instant, told, NULL), toDateTime64(0, 3, 'UTC')),
                [toNullable(detected_at), fixed_at])) AS newest_of_order
        FROM deskpulse.order_trouble_facts
        WHERE detected_day BETWEEN utc_day - 120 AND utc_day + 1
    )
    WHERE toUnixTimestamp64Milli(newest_of_order) > 0
    GROUP BY shop_id
);
