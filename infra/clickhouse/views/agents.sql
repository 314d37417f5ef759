-- Who worked on a day? A small answer, for choosing what to look at.
-- By arrays unfolded row by row: a condition on shop and days does not pass through an aggregate of arrays, so that
-- choosing an agent of one shop would read the whole table. Needs no FINAL, as an account of a replaced row did touch
-- the conversation.

--| Accounts that replied, talked on a call, or had a ticket, one row per shop, day and account; the day is that of the
--| conversation, call or ticket opening.
CREATE OR REPLACE VIEW deskpulse.agents AS
SELECT shop_id, day, account
FROM
(
    SELECT shop_id, day, toString(spoke) AS account
    FROM deskpulse.conversation_days
    ARRAY JOIN speaking_agents AS spoke
    UNION ALL
    SELECT shop_id, day, toString(talked) AS account
    FROM deskpulse.contact_facts
    ARRAY JOIN `legs.account` AS talked
    WHERE has_call
    UNION ALL
    SELECT shop_id, day, toString(responsible) AS account
    FROM deskpulse.ticket_facts
    ARRAY JOIN [assignee, resolving_agent] AS responsible
)
WHERE account != ''
GROUP BY shop_id, day, account;
