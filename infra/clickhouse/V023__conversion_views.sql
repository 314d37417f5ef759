-- Which orders were placed and paid, who is credited, who enquired, what was wrong? The public SQL of conversion.
CREATE OR REPLACE VIEW deskpulse.orders AS
SELECT
    shop_id,
    assumeNotNull(ifNull(created_day, paid_day)) AS day,
    order_id,
    buyer_id,
    created_at,
    created_day,
    presale,
    paid_at,
    paid_day,
    closed_at,
    nullIf(close_reason, '') AS close_reason,
    paid_fen,
    refunded_fen,
    paid_fen - refunded_fen AS net_fen,
    refunds,
    first_guide,
    last_guide,
    order_agent,
    pay_agent,
    if(order_agent = '', pay_agent, order_agent) AS order_first,
    reminded_at,
    nullIf(reminded_by, '') AS reminded_by,
    anomalies
FROM deskpulse.order_facts FINAL
COMMENT 'Orders, one row each; day is the day of creation (of payment when the creation is unknown); sums by day of payment use paid_day. Accounts: empty = silent, or unpaid where the model needs the payment. Money in fen; net_fen = paid less every refund that succeeded, whenever it did.';

CREATE OR REPLACE VIEW deskpulse.attribution AS
SELECT
    shop_id,
    assumeNotNull(paid_day) AS day,
    order_id,
    buyer_id,
    model,
    account,
    paid_fen,
    net_fen
FROM deskpulse.orders
ARRAY JOIN
    ['first_guide', 'last_guide', 'order', 'pay', 'order_first'] AS model,
    [first_guide, last_guide, order_agent, pay_agent, order_first] AS account
WHERE isNotNull(paid_at)
COMMENT 'Paid orders by attribution model, five rows each, on the day of payment; account empty = silent. Money in fen.';

CREATE OR REPLACE VIEW deskpulse.attribution_reconciliation AS
SELECT
    shop_id,
    day,
    model,
    agents_fen,
    silent_fen,
    shop_fen,
    agents_fen + silent_fen - shop_fen AS difference,
    agents_net_fen,
    silent_net_fen,
    shop_net_fen,
    agents_net_fen + silent_net_fen - shop_net_fen AS net_difference
FROM
(
    SELECT
        shop_id,
        day,
        model,
        sumIf(paid_fen, account != '') AS agents_fen,
        sumIf(paid_fen, account = '') AS silent_fen,
        sumIf(net_fen, account != '') AS agents_net_fen,
        sumIf(net_fen, account = '') AS silent_net_fen
    FROM deskpulse.attribution
    GROUP BY shop_id, day, model
) AS credited
INNER JOIN
(
    SELECT shop_id, assumeNotNull(paid_day) AS day, sum(paid_fen) AS shop_fen, sum(paid_fen) - sum(refunded_fen) AS shop_net_fen
    FROM deskpulse.order_facts FINAL
    WHERE isNotNull(paid_day)
    GROUP BY shop_id, day
) AS shops USING (shop_id, day)
COMMENT 'Does every model account for all money? One row per shop, day of payment and model: agents + silent - shop is 0, paid and net, in fen.';

CREATE OR REPLACE VIEW deskpulse.enquiries AS
SELECT
    shop_id,
    day,
    buyer_id,
    assumeNotNull(days.consulted_at) AS consulted_at,
    accounts,
    NOT bought_before OR paid_same_day AS is_enquirer,
    bought_before,
    ordered_same_day,
    paid_same_day,
    paid_next_day
FROM deskpulse.buyer_days AS days FINAL
WHERE isNotNull(days.consulted_at)
COMMENT 'Buyers who consulted an account, one row per buyer and day (sycm.enquirer: is_enquirer). consulted_at = first consult; ordered and paid are after it; paid_next_day = paid on the next calendar day, whether or not also the same day.';

CREATE OR REPLACE VIEW deskpulse.order_troubles AS
SELECT
    shop_id,
    detected_day AS day,
    order_id,
    trouble_id,
    buyer_id,
    kind,
    detected_at,
    first_contact_at,
    multiIf(isNull(first_contact_at), NULL, contacted_by_shop, nullIf(toString(contact_account), ''), 'BUYER') AS first_contact_by,
    if(isNull(first_contact_at), NULL, contacted_by_shop) AS proactive,
    fixed_at
FROM deskpulse.order_trouble_facts FINAL
COMMENT 'Order troubles, one row each, on the day of detection. first_contact_by = BUYER or the account (null = none yet, or account unknown); proactive = the first message after detection is the shop''s, null while there is none.';

CREATE OR REPLACE VIEW deskpulse.order_anomalies AS
SELECT shop_id, day, order_id, buyer_id, anomaly
FROM deskpulse.orders
ARRAY JOIN anomalies AS anomaly
UNION ALL
SELECT shop_id, day, orphan_order_id AS order_id, buyer_id, concat(orphan_kind, '_BEFORE_ORDER') AS anomaly
FROM deskpulse.buyer_days FINAL
ARRAY JOIN `orphans.order_id` AS orphan_order_id, `orphans.kind` AS orphan_kind
UNION ALL
SELECT shop_id, min(day) AS day, order_id, min(buyer_id) AS buyer_id, 'ORDER_OF_TWO_BUYERS' AS anomaly
FROM deskpulse.orders
GROUP BY shop_id, order_id
HAVING count() > 1
COMMENT 'What cannot be about orders, one row per order and anomaly. ..._BEFORE_ORDER = an event of an order neither created nor paid before it: out of order at the source, older than the import, or forgotten; its money is in no sum unless the order turns up.';

CREATE OR REPLACE VIEW deskpulse.unpaid_followups AS
WITH
    now64(3, 'UTC') AS now_at,
    toIntervalMinute(10) AS patience,
    toIntervalHour(24) AS effect
SELECT
    shop_id,
    day,
    order_id,
    buyer_id,
    created_at,
    isNotNull(reminded_at) AS reminded,
    reminded_at,
    reminded_by,
    assumeNotNull(ifNull(reminded_at, created_at + patience)) AS counted_from,
    paid_at,
    ifNull(paid_at <= counted_from + effect, false) AS paid_in_24h,
    isNotNull(closed_at) AND (isNull(paid_at) OR closed_at < paid_at) AS closed_unpaid,
    isNull(paid_at) AND isNull(closed_at) AND now_at < counted_from + effect AS pending
FROM deskpulse.orders
WHERE isNotNull(created_at) AND least(ifNull(paid_at, now_at), ifNull(closed_at, now_at)) >= created_at + patience
COMMENT 'Orders left unpaid for 10 minutes or more, one row each, on the day of creation. paid_in_24h counts from the first reminder, or, not reminded, from the end of the 10 minutes; pending = that time is not over and nothing happened yet.';

CREATE OR REPLACE VIEW deskpulse.unpaid_followup_lift AS
SELECT
    shop_id,
    day,
    countIf(reminded) AS reminded_orders,
    countIf(reminded AND paid_in_24h) AS reminded_paid,
    countIf(reminded AND closed_unpaid) AS reminded_closed_unpaid,
    countIf(reminded AND pending) AS reminded_pending,
    countIf(NOT reminded) AS other_orders,
    countIf(NOT reminded AND paid_in_24h) AS other_paid,
    countIf(NOT reminded AND closed_unpaid) AS other_closed_unpaid,
    countIf(NOT reminded AND pending) AS other_pending,
    if(reminded_orders = 0 OR other_orders = 0, NULL, reminded_paid / reminded_orders - other_paid / other_orders) AS lift_ratio
FROM deskpulse.unpaid_followups
GROUP BY shop_id, day
COMMENT 'Do reminders to pay help? Reminded and not reminded orders side by side, counts per shop and day of creation. lift_ratio = difference of the two rates, null when a side is empty; not a proof: whom the shop reminds is its choice.';
