-- Do buyers ask less since there is an article?

--| Contacts about the topic of an article in the 28 days before it was published and in the 28 days from then on, one
--| row per shop and article; an article of every shop is a row for each. after_days = days of those that were over by
--| the last day of the shop and on which the article could be read; contacts / causes as in contact_rates. ratio = rate
--| after / rate before with its 95 % interval by the logarithm (Katz and others 1978); null while either has no contact
--| or no cause. An effect is seen where ratio_high < 1.
CREATE OR REPLACE VIEW deskpulse.article_effects AS
SELECT * FROM deskpulse.article_effects_between(from_day = '1970-01-01', to_day = '2149-01-01');
