-- Whom was each account busy with, and how did it do beside its colleagues at the same hours? For talks with agents, not for a ranking.
CREATE OR REPLACE VIEW deskpulse.agent_contacts AS
SELECT
    shop_id,
    day,
    account,
    channel,
    conversation_id,
    if(spoke_at > opened_at + toIntervalMinute(30), spoke_at, opened_at) AS started_at,
    if(ifNull(closed_at >= spoke_at, false), least(assumeNotNull(closed_at), spoke_at + toIntervalMinute(30)), spoke_at + toIntervalMinute(30)) AS ended_at
FROM
(
    SELECT
        shop_id,
        day,
        channel,
        conversation_id,
        closed_at,
        toString(round_account) AS account,
        opened_at,
        ifNull(answered_at, opened_at) AS spoke_at
    FROM deskpulse.conversation_days FINAL
    ARRAY JOIN
        `rounds.opened_at` AS opened_at,
        `rounds.handler` AS handler,
        `rounds.account` AS round_account,
        `rounds.answered_at` AS answered_at
    WHERE handler = 'HUMAN' AND round_account != ''
)

UNION ALL

SELECT
    shop_id,
    day,
    assumeNotNull(calls.account) AS account,
    channel,
    conversation_id,
    assumeNotNull(answered_at) AS started_at,
    greatest(assumeNotNull(answered_at), ifNull(wrapped_up_at, ifNull(released_at, assumeNotNull(answered_at)))) AS ended_at
FROM deskpulse.calls AS calls
WHERE isNotNull(calls.account) AND isNotNull(answered_at)
COMMENT 'Stretches of time in which an account had a contact open, one row per round credited to it and per call it answered. A round: from the question (from the answer when that took longer than 30 minutes: the contact was idle) until 30 minutes after the answer, after the question while there is none, or the close before; a call: from answer to wrap-up, or release. Stretches of one conversation overlap: intervalLengthSum adds them up once. Contacts at a time = sum of the lengths by conversation / length of all.';

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
    FROM deskpulse.scored_questions
    WHERE rule_id = 'tb.resp3m' AND version = '1' AND account != ''
    GROUP BY shop_id, day, hour, account
)
WINDOW everybody AS (PARTITION BY shop_id, day, hour)
COMMENT 'Rounds of rule tb.resp3m by the account credited and by hour (of Asia/Shanghai), one row per shop, day, hour and account, beside those of all accounts of the shop in that hour: sum(rounds * shop_in_time / shop_rounds) / sum(rounds) is the rate that everybody reached at the hours at which the account had its rounds.';
