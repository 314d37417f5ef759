-- What became of tickets, of calls and of promises? The public SQL of the resolution facts.
CREATE OR REPLACE VIEW deskpulse.tickets AS
SELECT
    shop_id,
    day,
    ticket_id,
    buyer_id,
    nullIf(order_id, '') AS order_id,
    nullIf(conversation_id, '') AS conversation_id,
    nullIf(sku_id, '') AS sku_id,
    nullIf(category, '') AS category,
    nullIf(priority, '') AS priority,
    if(isNull(opened_at), NULL, complaint) AS complaint,
    nullIf(reason, '') AS reason,
    opened_at,
    isNull(opened_at) AS missing_opening,
    status,
    nullIf(assignee, '') AS assignee,
    first_reply_at,
    last_reply_at,
    nullIf(first_replied_by, '') AS first_replied_by,
    public_replies,
    resolved,
    first_resolved_at,
    last_resolved_at,
    closed_at,
    ended_at,
    reopens,
    last_reopened_at,
    nullIf(resolved_by, '') AS resolved_by,
    nullIf(resolving_agent, '') AS resolving_agent,
    resolved AND public_replies = 1 AND reopens = 0 AS one_touch,
    if(isNull(opened_at), NULL, requester_wait_ms) AS requester_wait_ms,
    if(isNull(opened_at), NULL, business_wait_ms) AS business_wait_ms,
    waiting_since,
    nullIf(sla_policy, '') AS sla_policy,
    first_reply_target_ms,
    first_reply_breach_at,
    reply_breach_at,
    late_replies,
    resolution_target_ms,
    resolution_breach_at,
    resolution_left_ms,
    escalations,
    nullIf(escalated_to, '') AS escalated_to,
    intervened_at,
    ruled_at,
    nullIf(ruled_for, '') AS ruled_for,
    nullIf(solution, '') AS solution,
    solution_fen,
    solution_agreed_at,
    solution_due_at,
    solution_done_at,
    evidence,
    first_evidence_at,
    defects,
    assignments,
    internal_notes,
    first_event_at,
    last_event_at,
    anomalies
FROM deskpulse.ticket_facts FINAL
COMMENT 'Tickets, one row each, on the day of their opening (missing_opening: of their first event). Breached = x_breach_at < coalesce(its stop, now): first reply: first_reply_at, else ended_at; resolution: ended_at. requester_wait_ms grows by now - waiting_since while that is set. Kept = solution_done_at <= solution_due_at. anomalies names what cannot be.';

CREATE OR REPLACE VIEW deskpulse.calls AS
SELECT
    shop_id,
    day,
    conversation_id,
    buyer_id,
    channel,
    nullIf(direction, '') AS direction,
    consent,
    direction = 'OUTBOUND' AND NOT ifNull(consent, false) AS without_consent,
    rang_at,
    answered_at,
    nullIf(answered_by, '') AS account,
    released_at,
    nullIf(released_by, '') AS released_by,
    nullIf(cause, '') AS cause,
    if(released_at >= answered_at, toUnixTimestamp64Milli(released_at) - toUnixTimestamp64Milli(answered_at), NULL) AS talk_ms,
    wrapped_up_at,
    nullIf(wrapped_up_by, '') AS wrapped_up_by,
    if(wrapped_up_at >= released_at, toUnixTimestamp64Milli(wrapped_up_at) - toUnixTimestamp64Milli(released_at), NULL) AS wrap_up_ms,
    nullIf(problem, '') AS problem,
    nullIf(solution, '') AS solution,
    follow_up_due_at,
    anomalies
FROM deskpulse.contact_facts FINAL
WHERE has_call
COMMENT 'Calls, one row per conversation on channel PHONE or VIDEO. talk_ms = answered to released; wrap_up_ms = released to wrapped up; without_consent = outbound and the consent of the buyer is not recorded, which must never be.';

CREATE OR REPLACE VIEW deskpulse.promises AS
SELECT
    shop_id,
    if(isNull(made_at), kept_day, made_day) AS day,
    promise_id,
    if(isNull(made_at), kept_in, made_in) AS conversation_id,
    if(isNull(made_at), kept_by_buyer, made_to) AS buyer_id,
    nullIf(owner, '') AS account,
    nullIf(promised, '') AS kind,
    made_at,
    due_at,
    kept_at,
    multiIf(isNull(made_at), ['NOT_MADE'], ifNull(kept_at < made_at, false), ['KEPT_BEFORE_MADE'], ifNull(due_at < made_at, false), ['DUE_BEFORE_MADE'], CAST([], 'Array(String)')) AS anomalies
FROM
(
    SELECT
        f.shop_id AS shop_id,
        p_id AS promise_id,
        minIf(p_made, isNotNull(p_made)) AS made_at,
        argMinIf(p_due, p_made, isNotNull(p_made)) AS due_at,
        argMinIf(p_account, p_made, isNotNull(p_made)) AS owner,
        argMinIf(p_kind, p_made, isNotNull(p_made)) AS promised,
        argMinIf(p_day, p_made, isNotNull(p_made)) AS made_day,
        argMinIf(f.conversation_id, p_made, isNotNull(p_made)) AS made_in,
        argMinIf(f.buyer_id, p_made, isNotNull(p_made)) AS made_to,
        minIf(p_kept, isNotNull(p_kept)) AS kept_at,
        argMinIf(p_day, p_kept, isNotNull(p_kept)) AS kept_day,
        argMinIf(f.conversation_id, p_kept, isNotNull(p_kept)) AS kept_in,
        argMinIf(f.buyer_id, p_kept, isNotNull(p_kept)) AS kept_by_buyer
    FROM deskpulse.contact_facts AS f FINAL
    ARRAY JOIN
        `promises.promise_id` AS p_id,
        `promises.day` AS p_day,
        `promises.account` AS p_account,
        `promises.kind` AS p_kind,
        `promises.made_at` AS p_made,
        `promises.due_at` AS p_due,
        `promises.kept_at` AS p_kept
    GROUP BY shop_id, promise_id
)
COMMENT 'Promises, one row each, on the day they were made; made in one conversation, kept in any. Kept in time = kept_at <= due_at; open = kept_at null. anomalies: NOT_MADE (kept, but nobody is known to have promised), KEPT_BEFORE_MADE, DUE_BEFORE_MADE.';
