-- How many contacts were expected of each day, and when?

--| Forecasts of days, one row per shop, channel, day, length of its intervals and moment of making; columns as in
--| forecasts. Their quantiles are their own: the intervals of a day err together.
CREATE OR REPLACE VIEW deskpulse.forecast_days AS
SELECT
    shop_id,
    day,
    channel,
    interval_min,
    made_at,
    lead_days,
    mean,
    p025,
    p10,
    p25,
    p50,
    p75,
    p90,
    p95,
    p975,
    confidence,
    young,
    event_id,
    model
FROM deskpulse.forecast_totals FINAL;
