-- What does the shop still owe at an instant, and who owes it? The day-end ledger.
-- Rows hold what is known now, so an instant of the past is seen with today's knowledge. Exact but for
-- due_at of a ticket: the due instant of its resolution is today's, as pauses move it.
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

CREATE OR REPLACE VIEW deskpulse.open_items AS
SELECT shop_id, kind, id, owner, opened_at, due_at, buyer_id, detail
FROM deskpulse.open_items_at(at = now64(3, 'UTC'))
COMMENT 'Everything open now, columns as in open_items_at.';
