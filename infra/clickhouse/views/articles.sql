-- What does the knowledge base explain?

--| Articles of knowledge bases, one row each, as they were told last; shop_id is empty for those of every shop.
--| published = first day on which buyers could read it, changed = day of its last change, withdrawn = first day on
--| which they no longer can, null without. Days are those of the shop.
CREATE OR REPLACE VIEW deskpulse.articles AS
SELECT shop_id, article_id, topic, title, terms, published, changed, withdrawn
FROM deskpulse.article_log FINAL;
