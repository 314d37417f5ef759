-- Do buyers take what is recommended to them, and keep it?

--| Products recommended, one row each. taken_order = the first order with the product that the buyer paid after it, the
--| same or the next day, null without; net_fen = its money less refunds, also where it holds other products, in the
--| smallest unit of currency; taken, kept = there is one, and money of it is left; complained = within 30 days after
--| the payment a refund was asked for the product, or for the order, or there was a complaint about the product of that
--| order, or of its buyer and no order. An order may have taken several recommendations: count orders in
--| recommended_orders, which has those without one as well.
CREATE OR REPLACE VIEW deskpulse.recommendations AS
SELECT * FROM deskpulse.recommendations_between(from_day = '1970-01-01', to_day = '2149-01-01');
