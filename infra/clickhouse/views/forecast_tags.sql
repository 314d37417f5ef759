-- Which days do forecasts leave out or scale, and why?

--| Tags, one row each; shop_id, channel are empty for all. tag = OUTAGE, ROUTING, PROMOTION or TEST; from_day, to_day =
--| first and last day; share = part of the contacts that came, null where the days are left out; made_by, made_at,
--| reason = who, when, why; removed_at = null while it holds.
CREATE OR REPLACE VIEW deskpulse.forecast_tags AS
SELECT
    shop_id,
    tag_id,
    channel,
    tag,
    from_day,
    to_day,
    nullIf(share, 0) AS share,
    reason,
    made_by,
    made_at,
    nullIf(removed_by, '') AS removed_by,
    removed_at
FROM deskpulse.forecast_tag_log FINAL;
