-- Whose number was better: the forecast's, or the person's who overruled it?
-- Both are judged on the same intervals: those of the range that began after the override was made, by the forecast
-- that was the latest then.

--| Overrides with what came of them, one row each that has an interval to judge. slots, contacts = intervals judged,
--| and what came; model_absolute_error, override_absolute_error, model_error, override_error = sums; model_wape,
--| override_wape, model_bias, override_bias = ratios; better = MODEL, OVERRIDE or EQUAL by absolute error.
CREATE OR REPLACE VIEW deskpulse.override_accuracy AS
SELECT
    shop_id,
    override_id,
    channel,
    made_by,
    reason,
    made_at,
    kind,
    amount,
    interval_min,
    slots,
    contacts,
    model_absolute_error,
    model_error,
    override_absolute_error,
    override_error,
    model_wape,
    override_wape,
    model_bias,
    override_bias,
    better
FROM deskpulse.override_accuracy_between(from_day = toDate('1970-01-01'), to_day = toDate('2149-05-01'));
