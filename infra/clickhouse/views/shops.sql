-- Which shops are there? A small answer, for choosing what to look at.
-- Reads one column in which a shop's rows lie together, so that it is a few bytes a shop and part; needs no FINAL, as a
-- row and those it replaces name the same shop.

--| Shops of which any conversation, ticket or order is known, one row each.
CREATE OR REPLACE VIEW deskpulse.shops AS
SELECT shop_id FROM deskpulse.conversation_days GROUP BY shop_id
UNION DISTINCT
SELECT shop_id FROM deskpulse.ticket_facts GROUP BY shop_id
UNION DISTINCT
SELECT shop_id FROM deskpulse.order_facts GROUP BY shop_id;
