-- Which parcels did an order leave in, and when did they arrive?

--| Parcels, one row each, as the orders of the view orders tell them; shipped_at = first handed to a carrier, signed_at
--| = delivered, null while it is not; days are the shop's. A parcel of an order of two buyers is told once for each.
CREATE OR REPLACE VIEW deskpulse.parcels AS
SELECT
    shop_id,
    order_id,
    buyer_id,
    parcel_id,
    shipped_at,
    if(isNull(shipped_at), NULL, parcel_shipped_day) AS shipped_day,
    signed_at,
    if(isNull(signed_at), NULL, parcel_signed_day) AS signed_day
FROM deskpulse.order_facts FINAL
ARRAY JOIN
    `parcels.parcel_id` AS parcel_id,
    `parcels.shipped_at` AS shipped_at,
    `parcels.shipped_day` AS parcel_shipped_day,
    `parcels.signed_at` AS signed_at,
    `parcels.signed_day` AS parcel_signed_day;
