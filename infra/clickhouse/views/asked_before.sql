-- About which attributes of a product had its buyer asked before paying for it?

--| Questions before a sale, one row per line delivered and attribute asked about: the buyer opened a round with a topic
--| of the attribute (table topic_attributes) within 7 × 24 hours up to the payment, of this product or of none that it
--| names, and the payment was at most 90 days before the delivery. day = of the delivery, as in signed_lines; asked_at,
--| topic, conversation_id = of the first such round; questions = how many.
CREATE OR REPLACE VIEW deskpulse.asked_before AS
SELECT * FROM deskpulse.asked_before_between(from_day = '1970-01-01', to_day = '2149-01-01');
