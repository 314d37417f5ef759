-- What did each case of a defect cost?
-- Reads all conversations of a shop, for the time that they took; who needs no time asks defect_payments.

--| Cases with what they cost, in the smallest unit of the shop's currency: refunded_fen, compensated_fen as in
--| defect_payments; handling_ms = time of accounts that it took (view defect_handling), handling_fen = what that
--| costs by the shop's settings, 0 where they name no cost.
CREATE OR REPLACE VIEW deskpulse.defect_losses AS
WITH (SELECT known FROM deskpulse.shop_lookup) AS known
SELECT
    paid.shop_id AS shop_id,
    paid.day AS day,
    paid.sku_id AS sku_id,
    paid.attribute AS attribute,
    paid.about AS about,
    paid.first_at AS first_at,
    paid.buyer_id AS buyer_id,
    paid.refunded_fen AS refunded_fen,
    paid.compensated_fen AS compensated_fen,
    toInt64(ifNull(handled.handling_ms, 0)) AS handling_ms,
    toInt64(round(handling_ms * transform(paid.shop_id, known.shops, known.costs, known.other_cost) / 3600000))
        AS handling_fen
FROM deskpulse.defect_payments AS paid
LEFT JOIN deskpulse.defect_handling AS handled
    ON paid.shop_id = handled.shop_id
    AND paid.sku_id = handled.sku_id
    AND paid.attribute = handled.attribute
    AND paid.about = handled.about;
