-- Which days were oddities that nobody has tagged yet?

--| Days that forecasts took for oddities, one row per shop, channel and day without a tag. contacts = that came;
--| usual = median of the same weekday; made_at = run that found it.
CREATE OR REPLACE VIEW deskpulse.forecast_tag_proposals AS
SELECT
    odd.shop_id AS shop_id,
    odd.day AS day,
    odd.channel AS channel,
    odd.contacts AS contacts,
    odd.usual AS usual,
    odd.made_at AS made_at
FROM (SELECT * FROM deskpulse.forecast_oddities FINAL) AS odd
WHERE (odd.shop_id, odd.channel, odd.day) NOT IN
(
    SELECT odd.shop_id, odd.channel, odd.day
    FROM (SELECT * FROM deskpulse.forecast_oddities FINAL) AS odd
    INNER JOIN
    (
        SELECT shop_id, channel, arrayJoin(range(toUInt32(from_day), toUInt32(to_day) + 1)) AS number
        FROM deskpulse.forecast_tag_log FINAL
        WHERE removed_at IS NULL
    ) AS tag ON toUInt32(odd.day) = tag.number
    WHERE tag.shop_id IN ('', odd.shop_id) AND tag.channel IN ('', odd.channel)
);
