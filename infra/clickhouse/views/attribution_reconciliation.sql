-- Does every attribution model account for all money?

--| Does every model account for all money? One row per shop, day of payment and model: agents + silent - shop is 0,
--| paid and net, in the smallest unit of currency (see orders).
CREATE OR REPLACE VIEW deskpulse.attribution_reconciliation AS
SELECT
    shop_id,
    day,
    model,
    agents_fen,
    silent_fen,
    shop_fen,
    agents_fen + silent_fen - shop_fen AS difference,
    agents_net_fen,
    silent_net_fen,
    shop_net_fen,
    agents_net_fen + silent_net_fen - shop_net_fen AS net_difference,
    currency,
    minor_digits
FROM
(
    SELECT
        shop_id,
        day,
        model,
        sumIf(paid_fen, account != '') AS agents_fen,
        sumIf(paid_fen, account = '') AS silent_fen,
        sumIf(net_fen, account != '') AS agents_net_fen,
        sumIf(net_fen, account = '') AS silent_net_fen,
        any(currency) AS currency,
        any(minor_digits) AS minor_digits
    FROM deskpulse.attribution
    GROUP BY shop_id, day, model
) AS credited
INNER JOIN
(
    SELECT
        shop_id,
        assumeNotNull(paid_day) AS day,
        sum(paid_fen) AS shop_fen,
        sum(paid_fen) - sum(refunded_fen) AS shop_net_fen
    FROM deskpulse.orders
    WHERE isNotNull(paid_day)
    GROUP BY shop_id, day
) AS shops USING (shop_id, day);
