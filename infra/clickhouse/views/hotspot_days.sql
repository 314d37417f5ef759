-- How many complaints did each cell have on each day, and how many were to be expected of its exposures?

--| Days of cells, one row per shop, day and cell that has something to tell of it. exposures = order lines signed,
--| parcels handed over or conversations with people, by the reason; expected = at the cell's own rate; rate = that rate
--| relative to its reason's in the shop, rate_low = its 5 % quantile, rate_typical = its geometric mean; buyers = of
--| seven days.
CREATE OR REPLACE VIEW deskpulse.hotspot_days AS
SELECT
    shop_id,
    day,
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
FROM deskpulse.hotspot_cell_days FINAL;
