-- Who is at work at an instant, who should be, and whom is each account busy with?
-- Rows hold what is known now, so an instant of the past is seen with today's knowledge.

--| Accounts at the instant at, a parameter, one row per account that is planned, has an open contact, or whose presence
--| of the last two days is known: status ONLINE, SUSPENDED (on line, takes no contact) or OFFLINE, since when; null =
--| nothing is known; planned = within a shift, until planned_until; open_contacts = chats and calls it has.
CREATE OR REPLACE VIEW deskpulse.agents_now_at AS
SELECT
    shop_id,
    agent_id,
    nullIf(maxIf(last_known, last_known.2 != '').2, '') AS status,
    if(isNull(status), NULL, maxIf(last_known, last_known.2 != '').1) AS since,
    toBool(countIf(isNotNull(shift_until)) > 0) AS planned,
    max(shift_until) AS planned_until,
    sum(contacts) AS open_contacts
FROM
(
    SELECT
        shop_id,
        agent_id,
        if(
            kind = 'PLANNED',
            (toDateTime64(0, 3, 'UTC'), ''),
            if(
                kind != 'OFFLINE' AND believed_until_at <= {at:DateTime64(3, 'UTC')},
                (believed_until_at, 'OFFLINE'),
                (from_at, kind))) AS last_known,
        if(kind = 'PLANNED' AND believed_until_at > {at:DateTime64(3, 'UTC')}, believed_until_at, NULL) AS shift_until,
        0 AS contacts
    FROM deskpulse.agent_intervals FINAL
    WHERE day BETWEEN toDate({at:DateTime64(3, 'UTC')}, 'UTC') - 2 AND toDate({at:DateTime64(3, 'UTC')}, 'UTC') + 1
        AND from_at <= {at:DateTime64(3, 'UTC')}
        AND (kind != 'PLANNED' OR believed_until_at > {at:DateTime64(3, 'UTC')})

    UNION ALL

    SELECT
        shop_id,
        part_account AS agent_id,
        (toDateTime64(0, 3, 'UTC'), '') AS last_known,
        NULL AS shift_until,
        1 AS contacts
    FROM deskpulse.conversation_days FINAL
    ARRAY JOIN
        `parts.from_at` AS part_from_at,
        `parts.until_at` AS part_until_at,
        `parts.account` AS part_account
    WHERE day BETWEEN toDate({at:DateTime64(3, 'UTC')}, 'UTC') - 2 AND toDate({at:DateTime64(3, 'UTC')}, 'UTC') + 1
        AND channel = 'CHAT'
        AND part_account != ''
        AND part_from_at <= {at:DateTime64(3, 'UTC')}
        AND part_until_at > {at:DateTime64(3, 'UTC')}

    UNION ALL

    SELECT
        shop_id,
        account AS agent_id,
        (toDateTime64(0, 3, 'UTC'), '') AS last_known,
        NULL AS shift_until,
        1 AS contacts
    FROM deskpulse.call_legs
    WHERE day BETWEEN toDate({at:DateTime64(3, 'UTC')}, 'UTC') - 2 AND toDate({at:DateTime64(3, 'UTC')}, 'UTC') + 1
        AND account != ''
        AND started_at <= {at:DateTime64(3, 'UTC')}
        AND coalesce(wrapped_up_at, ended_at, started_at + toIntervalHour(4)) > {at:DateTime64(3, 'UTC')}
)
GROUP BY shop_id, agent_id;
