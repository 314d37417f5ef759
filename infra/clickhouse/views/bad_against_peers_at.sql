-- Which cells have been bad for long, so that they never ring?
-- A cell that was always bad has a bad rate for its ordinary one; beside its peers it stands out.

--| Cells that are surely twice as bad as their reason is in the shop (5 % quantile of the rate), with three buyers in
--| seven days at least, as of the last day of each shop that had ended at the instant at, a parameter; at most eight
--| days before.
CREATE OR REPLACE VIEW deskpulse.bad_against_peers_at AS
SELECT
    told.shop_id AS shop_id,
    told.day AS day,
    reason,
    dimension,
    value,
    exposures,
    observed,
    expected,
    buyers,
    rate,
    rate_low,
    rate_typical
FROM deskpulse.hotspot_days AS told
INNER JOIN
(
    SELECT shop_id, max(day) AS last_day
    FROM deskpulse.hotspot_cell_days
    WHERE day BETWEEN toDate({at:DateTime64(3, 'UTC')}) - 8 AND toDate({at:DateTime64(3, 'UTC')})
    GROUP BY shop_id
) AS latest ON told.shop_id = latest.shop_id AND told.day = latest.last_day
WHERE told.day BETWEEN toDate({at:DateTime64(3, 'UTC')}) - 8 AND toDate({at:DateTime64(3, 'UTC')})
    AND rate_low >= 2
    AND buyers >= 3
    AND dimension != 'SHOP';
