-- What does a planner's system get who names a shop and, if she likes, more?
-- The predefined queries of the server's HTTP interface and the command line ask this one question. Texts, as a query
-- string has them; a plus that was not escaped has become a space there.

--| The forecast of a shop as it was known at a moment, one row per channel and interval, columns of forecast_export.
--| Parameters, texts, empty = not given: shop; channel; since, until = days of the shop (both included) or instants
--| (until excluded), since = the last run when not given; minutes = of an interval, 30 when not given; at = the moment,
--| now when not given.
CREATE OR REPLACE VIEW deskpulse.forecast_pull AS
WITH
    if(
        {at:String} = '',
        now64(3),
        parseDateTime64BestEffortOrZero(replaceOne({at:String}, ' ', '+'), 3, 'UTC')) AS moment,
    (
        SELECT max(made_at)
        FROM deskpulse.forecast_slots
        WHERE shop_id = {shop:String} AND made_at <= moment
    ) AS last_run
SELECT *
FROM deskpulse.forecast_export
WHERE shop_id = {shop:String}
    AND channel = if({channel:String} = '', channel, {channel:String})
    AND interval_min = if({minutes:String} = '', 30, toUInt32OrZero({minutes:String}))
    AND known_at <= moment
    AND multiIf(
        {since:String} = '', starts_at >= last_run,
        length({since:String}) = 10, day >= toDate(parseDateTimeBestEffortOrZero({since:String}, 'UTC')),
        starts_at >= parseDateTime64BestEffortOrZero(replaceOne({since:String}, ' ', '+'), 3, 'UTC'))
    AND multiIf(
        {until:String} = '', true,
        length({until:String}) = 10, day <= toDate(parseDateTimeBestEffortOrZero({until:String}, 'UTC')),
        starts_at < parseDateTime64BestEffortOrZero(replaceOne({until:String}, ' ', '+'), 3, 'UTC'))
ORDER BY known_at DESC, starts_at
LIMIT 1 BY channel, starts_at;
