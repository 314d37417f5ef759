-- How many tickets were open at any time, and how old were they?

--| How old were tickets while they were open? One row per ticket, time it was open and age it had in it: 0-4 h, 4-24 h,
--| 1-3 d, over 3 d since its opening (its first event while that is unknown). Open at t with that age = from_at <= t <
--| to_at; to_at null = still. Add up the rows of t for the backlog. Merged tickets have none.
CREATE OR REPLACE VIEW deskpulse.ticket_ages AS
SELECT
    shop_id,
    day,
    ticket_id,
    category,
    priority,
    span.1 AS age,
    greatest(spell_opened_at, born_at + toIntervalHour(span.2)) AS from_at,
    if(
        span.3 = 0,
        spell_ended_at,
        least(
            ifNull(spell_ended_at, born_at + toIntervalHour(span.3)),
            born_at + toIntervalHour(span.3))) AS to_at
FROM
(
    SELECT
        shop_id,
        day,
        ticket_id,
        category,
        priority,
        ifNull(opened_at, first_event_at) AS born_at,
        spell_opened_at,
        spell_ended_at,
        arrayJoin([('0-4 h', 0, 4), ('4-24 h', 4, 24), ('1-3 d', 24, 72), ('over 3 d', 72, 0)]) AS span
    FROM deskpulse.ticket_facts FINAL
    ARRAY JOIN `spells.opened_at` AS spell_opened_at, `spells.ended_at` AS spell_ended_at
    WHERE status != 'MERGED'
)
WHERE ifNull(from_at < to_at, true);
