-- What was promised to buyers, by whom, and was it kept?

--| Promises, one row each, on the day they were made; made in one conversation, kept in any. Kept in time = kept_at <=
--| due_at; open = kept_at null. anomalies: NOT_MADE (kept, but nobody is known to have promised), KEPT_BEFORE_MADE,
--| DUE_BEFORE_MADE.
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
    multiIf(
        isNull(made_at), ['NOT_MADE'],
        ifNull(kept_at < made_at, false), ['KEPT_BEFORE_MADE'],
        ifNull(due_at < made_at, false), ['DUE_BEFORE_MADE'],
        CAST([], 'Array(String)')) AS anomalies
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
);
