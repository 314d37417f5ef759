-- Which shops are there, and who worked on a day? Small answers, for choosing what to look at.
-- shops reads one column in which a shop's rows lie together, so that it is a few bytes a shop and part; neither view needs FINAL, as a row and
-- those it replaces name the same shop, and an account of a replaced row did touch the conversation.
CREATE OR REPLACE VIEW deskpulse.shops AS
SELECT shop_id FROM deskpulse.conversation_days GROUP BY shop_id
UNION DISTINCT
SELECT shop_id FROM deskpulse.ticket_facts GROUP BY shop_id
UNION DISTINCT
SELECT shop_id FROM deskpulse.order_facts GROUP BY shop_id
COMMENT 'Shops of which any conversation, ticket or order is known, one row each.';

CREATE OR REPLACE VIEW deskpulse.agents AS
SELECT shop_id, day, account
FROM
(
    SELECT shop_id, day, toString(arrayJoin(spoke)) AS account
    FROM (SELECT shop_id, day, groupUniqArrayArray(speaking_agents) AS spoke FROM deskpulse.conversation_days GROUP BY shop_id, day)
    UNION ALL
    SELECT shop_id, day, toString(answered_by) AS account
    FROM deskpulse.contact_facts
    WHERE has_call
    UNION ALL
    SELECT shop_id, day, toString(arrayJoin(arrayDistinct([assignee, resolving_agent]))) AS account
    FROM deskpulse.ticket_facts
)
WHERE account != ''
GROUP BY shop_id, day, account
COMMENT 'Accounts that replied, answered a call, or had a ticket, one row per shop, day and account; the day is that of the conversation, call or ticket opening.';
