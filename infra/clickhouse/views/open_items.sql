-- What does the shop owe now, and who owes it?

--| Everything open now, columns as in open_items_at.
CREATE OR REPLACE VIEW deskpulse.open_items AS
SELECT shop_id, kind, id, owner, opened_at, due_at, buyer_id, detail
FROM deskpulse.open_items_at(at = now64(3, 'UTC'));
