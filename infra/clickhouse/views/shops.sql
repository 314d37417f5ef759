-- Which shops are there, and what are they? A small answer, for choosing what to look at.
-- Reads one column of the facts, in which a shop's rows lie together, so that it is a few bytes a shop and part; needs
-- no FINAL there, as a row and those it replaces name the same shop. Numbers of many shops look settings up in
-- shop_lookup instead, which reads no fact.

--| Shops that have settings, or of which any conversation, ticket or order is known, one row each. described = has
--| settings of its own; else every column tells what holds for shops without. zone = IANA time zone of its days and
--| hours; currency, minor_digits = ISO 4217 code and decimals of its money; rule, target_percent = what its replies are
--| judged by; hours = on its own clock, from second to second (exclusive) of a weekday (1 = Monday) on days from
--| from_day to to_day (exclusive); weekday 0 = of the date from_day alone, in place of its weekday, closed when both
--| seconds are 0. workbench = address of a page of the shop's own workbench, in which {kind} (conversation, ticket or
--| order) and {id} stand for what is opened; empty = nobody said. handling_cost_per_hour = of an account, in the
--| smallest unit of its money; 0 = nobody said.
CREATE OR REPLACE VIEW deskpulse.shops AS
SELECT
    known.shop_id AS shop_id,
    toBool(own.zone != '') AS described,
    if(own.name = '', known.shop_id, own.name) AS name,
    if(described, own.platform, other.platform) AS platform,
    if(described, own.zone, other.zone) AS zone,
    if(described, own.currency, other.currency) AS currency,
    if(described, own.minor_digits, other.minor_digits) AS minor_digits,
    if(described, own.language, other.language) AS language,
    if(described, own.rule, other.rule) AS rule,
    if(described, own.target_percent, other.target_percent) AS target_percent,
    if(described, own.hours, other.hours) AS hours,
    if(described, own.agent_groups, other.agent_groups) AS agent_groups,
    if(described, own.workbench, other.workbench) AS workbench,
    if(described, own.handling_cost_per_hour, other.handling_cost_per_hour) AS handling_cost_per_hour
FROM
(
    SELECT shop_id FROM deskpulse.conversation_days GROUP BY shop_id
    UNION DISTINCT
    SELECT shop_id FROM deskpulse.ticket_facts GROUP BY shop_id
    UNION DISTINCT
    SELECT shop_id FROM deskpulse.order_facts GROUP BY shop_id
    UNION DISTINCT
    SELECT shop_id FROM deskpulse.shop_settings FINAL WHERE shop_id != ''
) AS known
LEFT JOIN (SELECT * FROM deskpulse.shop_settings FINAL WHERE shop_id != '') AS own ON known.shop_id = own.shop_id
CROSS JOIN (SELECT * FROM deskpulse.shop_settings FINAL WHERE shop_id = '') AS other;
