-- Do reminders to pay help?

--| Do reminders to pay help? Reminded and not reminded orders side by side, counts per shop and day of creation.
--| lift_ratio = difference of the two rates, null when a side is empty; not a proof: whom the shop reminds is its
--| choice.
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
    if(
        reminded_orders = 0 OR other_orders = 0,
        NULL,
        reminded_paid / reminded_orders - other_paid / other_orders) AS lift_ratio
FROM deskpulse.unpaid_followups
GROUP BY shop_id, day;
