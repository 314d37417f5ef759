-- How did each account do beside its colleagues at the same hours?
-- For talks with agents, not for a ranking.

--| Rounds of rule tb.resp3m by the account credited and by hour (of Asia/Shanghai), one row per shop, day, hour and
--| account, beside those of all accounts of the shop in that hour: sum(rounds * shop_in_time / shop_rounds) /
--| sum(rounds) is the rate that everybody reached at the hours at which the account had its rounds.
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
        toHour(asked_at, 'Asia/Shanghai') AS hour,
        assumeNotNull(account) AS account,
        count() AS account_rounds,
        countIf(good) AS account_in_time
    FROM deskpulse.scored_rounds_of(rule = 'tb.resp3m@1')
    WHERE account != ''
    GROUP BY shop_id, day, hour, account
)
WINDOW everybody AS (PARTITION BY shop_id, day, hour);
