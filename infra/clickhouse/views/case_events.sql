-- What happened in a case, in order? For the page behind each conversation, ticket and order.

--| Events that the facts know, one row each: subject and subject_id = CONVERSATION, TICKET or ORDER and which; what =
--| ASKED, ANSWERED and so on; who = BUYER or the account, '' = nobody or unknown; note = more about it: the sender of
--| an answer, the kind of a promise, trouble or solution, what a ticket was merged into. Facts keep no text. day = of
--| the row of the fact, not of the event: of the conversation, the opening of the ticket, the creation of the order,
--| the detection of the trouble.
CREATE OR REPLACE VIEW deskpulse.case_events AS
SELECT
    shop_id,
    day,
    'CONVERSATION' AS subject,
    conversation_id AS subject_id,
    event.1 AS happened_at,
    event.2 AS what,
    event.3 AS who,
    event.4 AS note
FROM
(
    SELECT
        shop_id,
        day,
        conversation_id,
        arrayConcat(
            arrayMap(
                opened_at -> (opened_at, 'ASKED', 'BUYER', ''),
                `rounds.opened_at`),
            arrayMap(
                (opened_at, answered_at, account, sender) -> (
                    ifNull(answered_at, toDateTime64(0, 3, 'UTC')), 'ANSWERED', account, sender),
                `rounds.opened_at`, `rounds.answered_at`, `rounds.account`, `rounds.reply_sender`),
            arrayMap(
                (handed_at, account) -> (handed_at, if(account = '', 'QUEUED', 'HANDED_OVER'), account, ''),
                `handovers.at`, `handovers.account`),
            [(ifNull(closed_at, toDateTime64(0, 3, 'UTC')), 'CLOSED', closed_by, '')]) AS events
    FROM deskpulse.conversation_days FINAL
)
ARRAY JOIN events AS event
WHERE event.1 > toDateTime64(0, 3, 'UTC')

UNION ALL

SELECT
    shop_id,
    day,
    'CONVERSATION' AS subject,
    conversation_id AS subject_id,
    event.1 AS happened_at,
    event.2 AS what,
    event.3 AS who,
    event.4 AS note
FROM
(
    SELECT
        shop_id,
        day,
        conversation_id,
        arrayConcat(
            [
                (rang_at, 'RANG', if(direction = 'OUTBOUND', '', 'BUYER'), direction),
                (answered_at, 'CALL_ANSWERED', answered_by, ''),
                (released_at, 'HUNG_UP', released_by, cause),
                (wrapped_up_at, 'WRAPPED_UP', wrapped_up_by, '')],
            arrayMap(
                (made_at, account, kind) -> (made_at, 'PROMISED', account, kind),
                `promises.made_at`, `promises.account`, `promises.kind`),
            arrayMap(
                (kept_at, account, kind) -> (kept_at, 'PROMISE_KEPT', account, kind),
                `promises.kept_at`, `promises.account`, `promises.kind`)) AS events
    FROM deskpulse.contact_facts FINAL
)
ARRAY JOIN events AS event
WHERE isNotNull(event.1)

UNION ALL

SELECT
    shop_id,
    day,
    'TICKET' AS subject,
    ticket_id AS subject_id,
    event.1 AS happened_at,
    event.2 AS what,
    event.3 AS who,
    event.4 AS note
FROM
(
    SELECT
        shop_id,
        day,
        ticket_id,
        arrayConcat(
            [
                (opened_at, 'OPENED', 'BUYER', category),
                (first_reply_at, 'FIRST_REPLY', first_replied_by, ''),
                (first_reply_breach_at, 'FIRST_REPLY_DUE', '', ''),
                (resolution_breach_at, 'RESOLUTION_DUE', '', ''),
                (last_reopened_at, 'REOPENED', '', ''),
                (intervened_at, 'PLATFORM_CAME_IN', '', ''),
                (ruled_at, 'RULED', '', ruled_for),
                (solution_agreed_at, 'SOLUTION_AGREED', '', solution),
                (solution_due_at, 'SOLUTION_DUE', '', solution),
                (solution_done_at, 'SOLUTION_DONE', '', solution),
                (first_resolved_at, 'FIRST_RESOLVED', '', ''),
                (if(last_resolved_at > first_resolved_at, last_resolved_at, NULL), 'RESOLVED', resolving_agent, ''),
                (closed_at, 'CLOSED', '', ''),
                (merged_at, 'MERGED', '', merged_into)],
            arrayMap(
                (assigned_at, account) -> (toNullable(assigned_at), 'ASSIGNED', account, ''),
                `assignees.at`, `assignees.account`)) AS events
    FROM deskpulse.ticket_facts FINAL
)
ARRAY JOIN events AS event
WHERE isNotNull(event.1)

UNION ALL

SELECT
    shop_id,
    day,
    'ORDER' AS subject,
    order_id AS subject_id,
    event.1 AS happened_at,
    event.2 AS what,
    event.3 AS who,
    event.4 AS note
FROM
(
    SELECT
        shop_id,
        assumeNotNull(ifNull(created_day, paid_day)) AS day,
        order_id,
        [
            (created_at, 'ORDERED', 'BUYER', ''),
            (reminded_at, 'REMINDED', reminded_by, ''),
            (paid_at, 'PAID', 'BUYER', ''),
            (closed_at, 'ORDER_CLOSED', '', close_reason)] AS events
    FROM deskpulse.order_facts FINAL

    UNION ALL

    SELECT
        shop_id,
        detected_day AS day,
        order_id,
        [
            (toNullable(detected_at), 'IN_TROUBLE', '', kind),
            (
                first_contact_at,
                if(contacted_by_shop, 'SHOP_SPOKE', 'BUYER_SPOKE'),
                if(contacted_by_shop, contact_account, 'BUYER'),
                kind),
            (fixed_at, 'FIXED', '', kind)] AS events
    FROM deskpulse.order_trouble_facts FINAL
)
ARRAY JOIN events AS event
WHERE isNotNull(event.1);
