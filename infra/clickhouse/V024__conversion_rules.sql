-- Which rules score orders, enquiries and troubles? More kinds of facts for the rules of V003; see view order_scores.
INSERT INTO deskpulse.metric_rules
    (rule_id, version, valid_from, valid_to, facts, measure, window_from_s, window_to_s, limit_ms, cap_ms, min_response_ms, human_valid_only, worst_good_score, source)
VALUES
    ('conversion.ordered', '1', '1970-01-01', '2149-06-06', 'ENQUIRERS', 'ORDERED_SAME_DAY', 0, 86399, NULL, NULL, 0, false, NULL, 'sycm: enquirers who ordered after the consult the same day'),
    ('conversion.paid_same_day', '1', '1970-01-01', '2149-06-06', 'ENQUIRERS', 'PAID_SAME_DAY', 0, 86399, NULL, NULL, 0, false, NULL, 'sycm: enquirers who paid after the consult the same day'),
    ('conversion.paid_next_day', '1', '1970-01-01', '2149-06-06', 'ENQUIRERS', 'PAID_NEXT_DAY', 0, 86399, NULL, NULL, 0, false, NULL, 'sycm: enquirers who paid the next day'),
    ('account.ordered', '1', '1970-01-01', '2149-06-06', 'ENQUIRERS_OF_ACCOUNT', 'ORDERED_SAME_DAY', 0, 86399, NULL, NULL, 0, false, NULL, 'conversion.ordered of each account consulted; an enquirer counts for every account consulted that day'),
    ('account.paid_same_day', '1', '1970-01-01', '2149-06-06', 'ENQUIRERS_OF_ACCOUNT', 'PAID_SAME_DAY', 0, 86399, NULL, NULL, 0, false, NULL, 'conversion.paid_same_day of each account consulted'),
    ('account.paid_next_day', '1', '1970-01-01', '2149-06-06', 'ENQUIRERS_OF_ACCOUNT', 'PAID_NEXT_DAY', 0, 86399, NULL, NULL, 0, false, NULL, 'conversion.paid_next_day of each account consulted'),
    ('silent.share', '1', '1970-01-01', '2149-06-06', 'PAYING_BUYERS', 'SILENT', 0, 86399, NULL, NULL, 0, false, NULL, 'Buyers who paid that day, no order of theirs with a candidate consult'),
    ('silent.sales', '1', '1970-01-01', '2149-06-06', 'PAID_ORDERS', 'SILENT_PAID', 0, 86399, NULL, NULL, 0, false, NULL, 'Fen paid that day for orders without a candidate consult; net of refunds see attribution_reconciliation'),
    ('followup.reminded', '1', '1970-01-01', '2149-06-06', 'UNPAID_ORDERS', 'PAID_AFTER_REMINDER', 0, 86399, 86400000, NULL, 600000, false, NULL, 'Orders unpaid for 10 minutes and reminded: paid within 24 h of the first reminder'),
    ('followup.not_reminded', '1', '1970-01-01', '2149-06-06', 'UNPAID_ORDERS', 'PAID_WITHOUT_REMINDER', 0, 86399, 86400000, NULL, 600000, false, NULL, 'Orders unpaid for 10 minutes and never reminded: paid within 24 h of the end of the 10 minutes; read beside followup.reminded'),
    ('trouble.proactive', '1', '1970-01-01', '2149-06-06', 'TROUBLES', 'PROACTIVE', 0, 86399, NULL, NULL, 0, false, NULL, 'Order troubles of which the shop spoke first'),
    ('trouble.fixed', '1', '1970-01-01', '2149-06-06', 'TROUBLES', 'FIXED', 0, 86399, NULL, NULL, 0, false, NULL, 'Order troubles fixed');
