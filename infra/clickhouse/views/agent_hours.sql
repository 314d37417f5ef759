-- How did each account do beside its colleagues at the same hours?
-- For talks with agents, not for a ranking.

--| Rounds by the account credited and by hour on the shop's clock, one row per shop, day, hour and account, beside
--| those of all accounts of the shop in that hour; in time = within the limit, and asked in the hours, of the shop's
--| own rule: sum(rounds * shop_in_time / shop_rounds) / sum(rounds) is the rate that everybody reached at the hours at
--| which the account had its rounds.
CREATE OR REPLACE VIEW deskpulse.agent_hours AS
SELECT
    shop_id,
    day,
    hour,
    account,
    account_rounds AS rounds,
    account_in_time AS in_time,
    sum(account_rounds) OVER everybody AS shop_rounds,
    sum(account_in_time) OVER everybody AS shop_in_time
FROM
(
    SELECT
        shop_id,
        day,
        hour,
        assumeNotNull(account) AS account,
        count() AS account_rounds,
        countIf(good) AS account_in_time
    FROM deskpulse.scored_rounds_of(rule = 'own limit')
    WHERE account != ''
    GROUP BY shop_id, day, hour, account
)
WINDOW everybody AS (PARTITION BY shop_id, day, hour);
