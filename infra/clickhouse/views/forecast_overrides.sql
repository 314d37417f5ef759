-- Who expects something else than the forecasts, for when, and why?

--| Overrides of forecasts, one row each. FACTOR: the mean times amount; VALUE: amount = contacts of the range from
--| from_at to to_at (exclusive). made_by, made_at, reason = who, when, why; removed_at = null while it holds.
CREATE OR REPLACE VIEW deskpulse.forecast_overrides AS
SELECT
    shop_id,
    override_id,
    channel,
    from_at,
    to_at,
    kind,
    amount,
    reason,
    made_by,
    made_at,
    nullIf(removed_by, '') AS removed_by,
    removed_at
FROM deskpulse.forecast_override_log FINAL;
