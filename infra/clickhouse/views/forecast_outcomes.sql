-- What came of each forecast interval?
-- Of intervals that are over as far as the shop's own contacts tell: without a clock, and without judging a feed that
-- is behind.

--| Forecast intervals that are over, one row each; contacts = that came; size = of the shop and channel when it was
--| made: small below 500 contacts a week, medium below 10,000, large; tagged = the day is left out by a tag; the rest
--| as in forecasts.
CREATE OR REPLACE VIEW deskpulse.forecast_outcomes AS
SELECT
    shop_id,
    day,
    channel,
    interval_start,
    interval_min,
    made_at,
    lead_days,
    size,
    mean,
    p025,
    p10,
    p90,
    p975,
    same_slot_mean,
    event_id,
    contacts,
    tagged
FROM deskpulse.forecast_outcomes_between(from_day = toDate('1970-01-01'), to_day = toDate('2149-05-01'));
