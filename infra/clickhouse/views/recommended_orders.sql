-- What became of products that were recommended, against those that buyers found themselves?

--| Paid orders by product, one row per order and product on the day of payment. recommended = an account recommended
--| the product to the buyer before the payment, that day or the day before; account = the one that did last, null
--| without; net_fen = the order's money less refunds, also where it holds other products; complained = within 30 days
--| after the payment a refund was asked for the product, or for the order, or there was a complaint about the product
--| of that order, or of its buyer and no order.
CREATE OR REPLACE VIEW deskpulse.recommended_orders AS
SELECT * FROM deskpulse.recommended_orders_between(from_day = '1970-01-01', to_day = '2149-01-01');
