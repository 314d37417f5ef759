-- How many tickets were open at any time and how old, which were late, and which resolutions of some days hold? For dashboards, which
-- look at a range of days and at one kind of item: whatever else there is must not be read.
CREATE OR REPLACE VIEW deskpulse.buyer_contacts AS
SELECT shop_id, buyer_id, round_opened_at AS contact_at, channel, 'CONVERSATION' AS source, conversation_id AS source_id, '' AS order_id, '' AS sku_id, day
FROM deskpulse.conversation_days FINAL
ARRAY JOIN `rounds.opened_at` AS round_opened_at

UNION ALL

SELECT shop_id, buyer_id, ifNull(rang_at, first_event_at) AS contact_at, channel, 'CALL' AS source, conversation_id AS source_id, '' AS order_id, '' AS sku_id, toDate(contact_at) AS day
FROM deskpulse.contact_facts FINAL
WHERE has_call AND direction != 'OUTBOUND'

UNION ALL

SELECT shop_id, buyer_id, assumeNotNull(opened_at) AS contact_at, '' AS channel, 'TICKET' AS source, ticket_id AS source_id, order_id, sku_id, toDate(contact_at) AS day
FROM deskpulse.ticket_facts FINAL
WHERE isNotNull(opened_at)
COMMENT 'Times a buyer turned to the shop: each round the buyer opened (robot or person), each call the buyer made, each ticket opened. order_id and sku_id are empty when unknown, as they always are for conversations and calls. day narrows what is read: of the shop for conversations, else of UTC; compare with a day to spare.';

CREATE OR REPLACE VIEW deskpulse.resolutions_between AS
SELECT
    shop_id,
    day,
    ticket_id,
    buyer_id,
    resolved_at,
    multiIf(NOT resolved, 'taken back', settles_at > {at:DateTime64(3, 'UTC')}, 'provisional', 'settled') AS state,
    resolved AND reopens = 0 AND isNull(intervened_at) AND contacts_after = 0 AS first_contact,
    contacts_after,
    settles_at,
    reopens,
    intervened_at,
    nullIf(resolved_by, '') AS resolved_by,
    nullIf(resolving_agent, '') AS resolving_agent
FROM
(
    SELECT
        t.shop_id AS shop_id,
        t.day AS day,
        t.ticket_id AS ticket_id,
        t.buyer_id AS buyer_id,
        assumeNotNull(t.last_resolved_at) AS resolved_at,
        resolved_at + INTERVAL 72 HOUR AS settles_at,
        t.resolved AS resolved,
        t.reopens AS reopens,
        t.intervened_at AS intervened_at,
        t.resolved_by AS resolved_by,
        t.resolving_agent AS resolving_agent,
        arrayCount(
            contact -> contact.1 > resolved_at
                AND contact.1 <= least(settles_at, {at:DateTime64(3, 'UTC')})
                AND ((t.order_id != '' AND t.order_id = contact.2)
                    OR (t.sku_id != '' AND t.sku_id = contact.3)
                    OR ((t.order_id = '' OR contact.2 = '') AND (t.sku_id = '' OR contact.3 = ''))),
            c.contacts) AS contacts_after
    FROM (SELECT * FROM deskpulse.ticket_facts FINAL) AS t
    LEFT JOIN
    (
        SELECT shop_id, buyer_id, groupArray((contact_at, order_id, sku_id)) AS contacts
        FROM deskpulse.buyer_contacts
        WHERE day >= toDate(greatest(0, toInt32({from_day:Date}) - 1)) AND day <= toDate({at:DateTime64(3, 'UTC')}) + 1
        GROUP BY shop_id, buyer_id
    ) AS c ON t.shop_id = c.shop_id AND t.buyer_id = c.buyer_id
    WHERE isNotNull(t.last_resolved_at)
        AND t.last_resolved_at <= {at:DateTime64(3, 'UTC')}
        AND t.day BETWEEN {from_day:Date} AND {to_day:Date}
)
COMMENT 'resolutions_at for tickets opened on the days from from_day to to_day, both parameters and both inclusive; reads no contact before those days.';

CREATE OR REPLACE VIEW deskpulse.resolutions_at AS
SELECT * FROM deskpulse.resolutions_between(from_day = '1970-01-01', to_day = '2149-06-06', at = {at:DateTime64(3, 'UTC')})
COMMENT 'Resolutions as they stand at an instant, SELECT ... FROM resolutions_at(at = ...): the facts are those known now, the 72 hours and the contacts within them are judged at that instant.';

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
        nullIf(arrayLast((account, assigned_at) -> assigned_at <= {at:DateTime64(3, 'UTC')}, `assignees.account`, `assignees.at`), ''),
        'Nullable(String)') AS owner,
    ifNull(t.opened_at, t.first_event_at) AS opened_at,
    least(
        if(ifNull(t.first_reply_at <= {at:DateTime64(3, 'UTC')}, false), NULL, t.first_reply_breach_at),
        t.resolution_breach_at) AS due_at,
    t.reopens AS reopens,
    CAST(nullIf(t.escalated_to, ''), 'Nullable(String)') AS escalated_to
FROM deskpulse.ticket_facts AS t FINAL
WHERE arrayExists(
    (spell_opened_at, spell_ended_at) -> spell_opened_at <= {at:DateTime64(3, 'UTC')}
        AND ifNull(spell_ended_at > {at:DateTime64(3, 'UTC')}, true),
    `spells.opened_at`,
    `spells.ended_at`)
COMMENT 'Tickets open or paused at the instant at, a parameter, one row each: those of open_items_at, which reads every kind of item whatever kind is asked for. owner = account assigned at that instant, null = nobody; due_at = next of first reply and resolution; reopens and escalated_to as known today.';

CREATE OR REPLACE VIEW deskpulse.open_items_at AS
SELECT
    shop_id,
    'WAIT' AS kind,
    conversation_id AS id,
    CAST(owner, 'Nullable(String)') AS owner,
    opened_at,
    CAST(NULL, 'Nullable(DateTime64(3, \'UTC\'))') AS due_at,
    buyer_id,
    toString(channel) AS detail
FROM deskpulse.open_waits_at(at = {at:DateTime64(3, 'UTC')})

UNION ALL

SELECT
    t.shop_id AS shop_id,
    'TICKET' AS kind,
    t.ticket_id AS id,
    t.owner AS owner,
    t.opened_at AS opened_at,
    t.due_at AS due_at,
    t.buyer_id AS buyer_id,
    trim(BOTH ' ' FROM concat(ifNull(t.category, ''), ' ', ifNull(t.priority, ''), if(t.complaint, ' COMPLAINT', ''))) AS detail
FROM deskpulse.open_tickets_at(at = {at:DateTime64(3, 'UTC')}) AS t

UNION ALL

SELECT
    o.shop_id AS shop_id,
    'UNPAID_ORDER' AS kind,
    o.order_id AS id,
    nullIf(ifNull(toString(o.reminded_by), toString(o.order_agent)), '') AS owner,
    ifNull(o.created_at, assumeNotNull(o.reminded_at)) AS opened_at,
    CAST(NULL, 'Nullable(DateTime64(3, \'UTC\'))') AS due_at,
    o.buyer_id AS buyer_id,
    concat('reminded ', formatDateTime(assumeNotNull(o.reminded_at), '%Y-%m-%dT%H:%i:%SZ', 'UTC')) AS detail
FROM deskpulse.orders AS o
WHERE ifNull(o.reminded_at <= {at:DateTime64(3, 'UTC')}, false)
    AND ifNull(o.paid_at > {at:DateTime64(3, 'UTC')}, true)
    AND ifNull(o.closed_at > {at:DateTime64(3, 'UTC')}, true)

UNION ALL

SELECT
    p.shop_id AS shop_id,
    'PROMISE' AS kind,
    p.promise_id AS id,
    CAST(p.account, 'Nullable(String)') AS owner,
    assumeNotNull(p.made_at) AS opened_at,
    p.due_at AS due_at,
    assumeNotNull(p.buyer_id) AS buyer_id,
    ifNull(toString(p.kind), '') AS detail
FROM deskpulse.promises AS p
WHERE ifNull(p.made_at <= {at:DateTime64(3, 'UTC')}, false)
    AND ifNull(p.kept_at > {at:DateTime64(3, 'UTC')}, true)
COMMENT 'Everything open at the instant at, a parameter, one row each: kind WAIT, TICKET, UNPAID_ORDER (with a reminder) or PROMISE (not kept, whenever it is due); owner = account that owes it, null = nobody; due_at null = no due time.';

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
