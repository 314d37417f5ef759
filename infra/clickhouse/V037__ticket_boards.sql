-- How many tickets were open at any time and how old, and which service levels were late? For dashboards, which look at a range of days.
CREATE OR REPLACE VIEW deskpulse.ticket_targets_at AS
SELECT
    shop_id,
    day,
    ticket_id,
    nullIf(kind, '') AS category,
    nullIf(urgency, '') AS priority,
    nullIf(responsible, '') AS owner,
    opened_at,
    target,
    target_ms,
    due_at,
    stopped_at,
    multiIf(
        ifNull(due_at < coalesce(stopped_at, {at:DateTime64(3, 'UTC')}), false), if(isNull(stopped_at), 'overdue', 'late'),
        isNotNull(stopped_at), 'in time',
        isNull(due_at), 'paused',
        'running') AS state
FROM
(
    SELECT
        shop_id,
        day,
        ticket_id,
        t.category AS kind,
        t.priority AS urgency,
        arrayLast((account, assigned_at) -> assigned_at <= {at:DateTime64(3, 'UTC')}, `assignees.account`, `assignees.at`) AS responsible,
        assumeNotNull(t.opened_at) AS opened_at,
        target,
        target_ms,
        due_at,
        if(ifNull(stop_at <= {at:DateTime64(3, 'UTC')}, false), stop_at, NULL) AS stopped_at
    FROM deskpulse.ticket_facts AS t FINAL
    ARRAY JOIN
        ['first_reply', 'resolution'] AS target,
        [first_reply_target_ms, resolution_target_ms] AS target_ms,
        [first_reply_breach_at, resolution_breach_at] AS due_at,
        [coalesce(first_reply_at, ended_at), ended_at] AS stop_at
    WHERE isNotNull(t.opened_at) AND t.opened_at <= {at:DateTime64(3, 'UTC')} AND isNotNull(target_ms)
)
COMMENT 'Service levels of tickets at an instant, SELECT ... FROM ticket_targets_at(at = ...), one row per ticket and target (first_reply, resolution) it has. state: in time or late (stopped), running or overdue (not yet), paused. Kept = in time / (in time + late + overdue). owner = account assigned at the instant, null = nobody; due_at of the past is as known today.';

CREATE OR REPLACE VIEW deskpulse.ticket_ages AS
SELECT
    shop_id,
    day,
    ticket_id,
    category,
    priority,
    span.1 AS age,
    greatest(spell_opened_at, born_at + toIntervalHour(span.2)) AS from_at,
    if(span.3 = 0, spell_ended_at, least(ifNull(spell_ended_at, born_at + toIntervalHour(span.3)), born_at + toIntervalHour(span.3))) AS to_at
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
)
WHERE ifNull(from_at < to_at, true)
COMMENT 'How old were tickets while they were open? One row per ticket, time it was open and age it had in it: 0-4 h, 4-24 h, 1-3 d, over 3 d since its opening (its first event while that is unknown). Open at t with that age = from_at <= t < to_at; to_at null = still. Add up the rows of t for the backlog.';
