-- Which service levels of tickets were kept, late or still running at an instant?

--| Service levels of tickets at an instant, SELECT ... FROM ticket_targets_at(at = ...), one row per ticket and target
--| (first_reply, resolution) it has. state: in time or late (stopped), running or overdue (not yet), paused. Kept = in
--| time / (in time + late + overdue). owner = account assigned at the instant, null = nobody; due_at of the past is as
--| known today.
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
        ifNull(due_at < coalesce(stopped_at, {at:DateTime64(3, 'UTC')}), false),
            if(isNull(stopped_at), 'overdue', 'late'),
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
        arrayLast(
            (account, assigned_at) -> assigned_at <= {at:DateTime64(3, 'UTC')},
            `assignees.account`, `assignees.at`) AS responsible,
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
    WHERE t.status != 'MERGED'
        AND isNotNull(t.opened_at)
        AND t.opened_at <= {at:DateTime64(3, 'UTC')} AND isNotNull(target_ms)
);
