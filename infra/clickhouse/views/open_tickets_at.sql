-- Which tickets were open at an instant, who owed them then, and when were they due?
-- Rows hold what is known now, so an instant of the past is seen with today's knowledge. Exact but for due_at: the due
-- instant of a resolution is today's, as pauses move it.

--| Tickets open or paused at the instant at, a parameter, one row each: those of open_items_at, which reads every kind
--| of item whatever kind is asked for. owner = account assigned at that instant, null = nobody; due_at = next of first
--| reply and resolution; reopens and escalated_to as known today; tickets merged into others since are left out.
CREATE OR REPLACE VIEW deskpulse.open_tickets_at AS
SELECT
    t.shop_id AS shop_id,
    t.day AS day,
    t.ticket_id AS ticket_id,
    t.buyer_id AS buyer_id,
    CAST(nullIf(t.category, ''), 'Nullable(String)') AS category,
    CAST(nullIf(t.priority, ''), 'Nullable(String)') AS priority,
    t.complaint AS complaint,
    CAST(
        nullIf(
            arrayLast(
                (account, assigned_at) -> assigned_at <= {at:DateTime64(3, 'UTC')},
                `assignees.account`, `assignees.at`),
            ''),
        'Nullable(String)') AS owner,
    ifNull(t.opened_at, t.first_event_at) AS opened_at,
    least(
        if(ifNull(t.first_reply_at <= {at:DateTime64(3, 'UTC')}, false), NULL, t.first_reply_breach_at),
        t.resolution_breach_at) AS due_at,
    t.reopens AS reopens,
    CAST(nullIf(t.escalated_to, ''), 'Nullable(String)') AS escalated_to
FROM deskpulse.ticket_facts AS t FINAL
WHERE t.status != 'MERGED' AND arrayExists(
    (spell_opened_at, spell_ended_at) -> spell_opened_at <= {at:DateTime64(3, 'UTC')}
        AND ifNull(spell_ended_at > {at:DateTime64(3, 'UTC')}, true),
    `spells.opened_at`,
    `spells.ended_at`);
