-- What did the shop owe at an instant, and who owed it? The day-end ledger.
-- Rows hold what is known now, so an instant of the past is seen with today's knowledge. Exact but for due_at of a
-- ticket: the due instant of its resolution is today's, as pauses move it.

--| Everything open at the instant at, a parameter, one row each: kind WAIT, TICKET, UNPAID_ORDER (with a reminder) or
--| PROMISE (not kept, whenever it is due); owner = account that owes it, null = nobody; due_at null = no due time.
--| detail says in one text what the columns after it say each: subject = channel of a wait, category of a ticket, kind
--| of a promise, empty = none; priority and complaint of a ticket; reminded_at = first reminder of an order;
--| conversation_id = of a wait and a promise, else empty.
CREATE OR REPLACE VIEW deskpulse.open_items_at AS
SELECT
    shop_id,
    'WAIT' AS kind,
    conversation_id AS id,
    CAST(owner, 'Nullable(String)') AS owner,
    opened_at,
    CAST(NULL, 'Nullable(DateTime64(3, \'UTC\'))') AS due_at,
    buyer_id,
    toString(channel) AS detail,
    toString(channel) AS subject,
    CAST(NULL, 'Nullable(String)') AS priority,
    CAST(NULL, 'Nullable(Bool)') AS complaint,
    CAST(NULL, 'Nullable(DateTime64(3, \'UTC\'))') AS reminded_at,
    conversation_id
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
    trim(BOTH ' ' FROM concat(
        ifNull(t.category, ''), ' ', ifNull(t.priority, ''), if(t.complaint, ' COMPLAINT', ''))) AS detail,
    ifNull(t.category, '') AS subject,
    t.priority AS priority,
    CAST(t.complaint, 'Nullable(Bool)') AS complaint,
    CAST(NULL, 'Nullable(DateTime64(3, \'UTC\'))') AS reminded_at,
    '' AS conversation_id
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
    concat('reminded ', formatDateTime(assumeNotNull(o.reminded_at), '%Y-%m-%dT%H:%i:%SZ', 'UTC')) AS detail,
    '' AS subject,
    CAST(NULL, 'Nullable(String)') AS priority,
    CAST(NULL, 'Nullable(Bool)') AS complaint,
    o.reminded_at AS reminded_at,
    '' AS conversation_id
FROM deskpulse.orders AS o
WHERE ifNull(o.reminded_at <= {at:DateTime64(3, 'UTC')}, false)
    AND ifNull(o.paid_at > {at:DateTime64(3, 'UTC')}, true)
    AND ifNull(o.closed_at > {at:DateTime64(3, 'UTC')}, true)
    AND NOT o.paid_under_another

UNION ALL

SELECT
    p.shop_id AS shop_id,
    'PROMISE' AS kind,
    p.promise_id AS id,
    CAST(p.account, 'Nullable(String)') AS owner,
    assumeNotNull(p.made_at) AS opened_at,
    p.due_at AS due_at,
    assumeNotNull(p.buyer_id) AS buyer_id,
    ifNull(toString(p.kind), '') AS detail,
    ifNull(toString(p.kind), '') AS subject,
    CAST(NULL, 'Nullable(String)') AS priority,
    CAST(NULL, 'Nullable(Bool)') AS complaint,
    CAST(NULL, 'Nullable(DateTime64(3, \'UTC\'))') AS reminded_at,
    ifNull(p.conversation_id, '') AS conversation_id
FROM deskpulse.promises AS p
WHERE ifNull(p.made_at <= {at:DateTime64(3, 'UTC')}, false)
    AND ifNull(p.kept_at > {at:DateTime64(3, 'UTC')}, true);
