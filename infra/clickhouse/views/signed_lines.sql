-- Which products were delivered, and when? What defects are counted against.

--| Order lines delivered, one row per order and product, with the first parcel signed that brings it: day = of that
--| signing, on the shop's clock. Pieces are not told apart: a line of three is one.
CREATE OR REPLACE VIEW deskpulse.signed_lines AS
SELECT shop_id, line_day AS day, order_id, line_sku AS sku_id, signed_at
FROM deskpulse.product_facts FINAL
ARRAY JOIN
    lines.sku_id AS line_sku,
    lines.day AS line_day,
    lines.signed_at AS signed_at
WHERE order_id != '';
