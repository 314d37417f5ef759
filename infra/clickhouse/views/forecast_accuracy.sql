-- How good were the forecasts, beside what planners do by hand and beside chance?
-- Sums that add up over rows stand beside their ratios: a WAPE of many rows is the quotient of the sums.

--| Accuracy of forecasts, one row per shop, day, channel, length of interval and moment of making; size as in
--| forecast_outcomes; lead_days = days ahead, 0 = within the day. slots = intervals judged; contacts, absolute_error,
--| error, within80, within95 = sums over them (a count equal to a bound half); day_absolute_error = of their sum;
--| same_slot_* = the same of the mean of the last 8 weeks, over intervals that have one. wape, bias, coverage80,
--| coverage95, same_slot_wape, same_slot_bias = ratios; noise_floor = the WAPE that even true rates would have.
CREATE OR REPLACE VIEW deskpulse.forecast_accuracy AS
SELECT
    shop_id,
    day,
    channel,
    interval_min,
    made_at,
    lead_days,
    size,
    event_id,
    slots,
    contacts,
    absolute_error,
    error,
    day_absolute_error,
    within80,
    within95,
    same_slot_slots,
    same_slot_contacts,
    same_slot_absolute_error,
    same_slot_error,
    wape,
    bias,
    coverage80,
    coverage95,
    same_slot_wape,
    same_slot_bias,
    noise_floor
FROM deskpulse.forecast_accuracy_between(from_day = toDate('1970-01-01'), to_day = toDate('2149-05-01'));
