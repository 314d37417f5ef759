-- Which buyers consulted an account on a day, and did they order and pay?

--| Buyers who consulted an account, one row per buyer and day (sycm.enquirer: is_enquirer). consulted_at = first
--| consult; ordered and paid are after it; paid_next_day = paid on the next calendar day, whether or not also the same
--| day.
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
WHERE isNotNull(days.consulted_at);
