-- What do planners pull?
-- The columns of the exchange format, in its order, with times on the shop's own clock; what whoever asks selects by
-- stands behind them.

--| Forecasts and agents as planners' systems read them, one row as in forecasts. shop … override = the columns of the
--| exchange format: interval_start, made_at = with the offset of the shop's clock, so that the two hours of a change of
--| clocks differ; the rest as in forecasts and staffing; to select by: shop_id,
--| day, starts_at, known_at (as made_at).
CREATE OR REPLACE VIEW deskpulse.forecast_export AS
WITH (SELECT known FROM deskpulse.shop_lookup) AS known
SELECT
    shop_id AS shop,
    channel,
    concat(
        formatDateTime(starts_at, '%FT%T', zone),
        replaceRegexpOne(formatDateTime(starts_at, '%z', zone), '(..)$', ':\\1')) AS interval_start,
    interval_min,
    concat(
        formatDateTime(known_at, '%FT%T', zone),
        replaceRegexpOne(formatDateTime(known_at, '%z', zone), '(..)$', ':\\1')) AS made_at,
    mean,
    p025,
    p10,
    p25,
    p50,
    p75,
    p90,
    p95,
    p975,
    aht_s,
    load_erl,
    concurrency,
    agents_p50,
    agents_p75,
    agents_gross,
    occupancy,
    service_level,
    sl_definition,
    event_id,
    model,
    override,
    planned_shrinkage,
    unplanned_shrinkage,
    queue,
    target_ratio,
    target_s,
    max_occupancy,
    patience_s,
    aht_curve,
    confidence,
    young,
    override_id,
    backlog,
    idle_s,
    deferred_s,
    deferred_late_s,
    shop_id,
    day,
    starts_at,
    known_at
FROM
(
    SELECT
        * EXCEPT (interval_start, made_at),
        interval_start AS starts_at,
        made_at AS known_at,
        assumeNotNull(transform(shop_id, known.shops, known.zones, known.other_zone)) AS zone
    FROM deskpulse.staffing
);
