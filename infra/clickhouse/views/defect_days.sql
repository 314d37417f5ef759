-- How many cases of each defect came on each day, of how many orders delivered, and what did they cost?

--| Defects by day, one row per shop, day, product and attribute with a case. exposures = lines of the product delivered
--| that day. Over several days take exposures from signed_lines, as days without a case have no row here: rate = sum of
--| cases / lines delivered. buyers = different ones; refunded_fen, compensated_fen, handling_ms,
--| handling_fen as in defect_losses.
CREATE OR REPLACE VIEW deskpulse.defect_days AS
SELECT
    cases.shop_id AS shop_id,
    cases.day AS day,
    cases.sku_id AS sku_id,
    cases.attribute AS attribute,
    cases.cases AS cases,
    cases.buyers AS buyers,
    ifNull(lines.exposures, 0) AS exposures,
    cases.refunded_fen AS refunded_fen,
    cases.compensated_fen AS compensated_fen,
    cases.handling_ms AS handling_ms,
    cases.handling_fen AS handling_fen
FROM
(
    SELECT
        shop_id,
        day,
        sku_id,
        attribute,
        count() AS cases,
        uniqExact(buyer_id) AS buyers,
        sum(refunded_fen) AS refunded_fen,
        sum(compensated_fen) AS compensated_fen,
        sum(handling_ms) AS handling_ms,
        sum(handling_fen) AS handling_fen
    FROM deskpulse.defect_losses
    GROUP BY shop_id, day, sku_id, attribute
) AS cases
LEFT JOIN
(
    SELECT shop_id, day, sku_id, count() AS exposures
    FROM deskpulse.signed_lines
    GROUP BY shop_id, day, sku_id
) AS lines ON cases.shop_id = lines.shop_id AND cases.day = lines.day AND cases.sku_id = lines.sku_id;
