-- Which buyers were waiting for a person at an instant, and who owed the answer then?
-- An open wait is remembered for 120 days, so days before that are not read.

--| Waits open at the instant at, a parameter: opened by then, answered or closed later or not at all. owner = account
--| responsible at that instant, null = queued. Waits that opened more than 120 days before are left out.
CREATE OR REPLACE VIEW deskpulse.open_waits_at AS
SELECT
    shop_id,
    day,
    conversation_id,
    buyer_id,
    channel,
    wait_opened_at AS opened_at,
    nullIf(if(last_handover = 0, opened_account, `handovers.account`[last_handover]), '') AS owner
FROM
(
    SELECT
        shop_id,
        day,
        conversation_id,
        buyer_id,
        channel,
        wait_opened_at,
        opened_account,
        `handovers.account`,
        arrayLastIndex(
            (wait, handed_at) -> wait = wait_number AND handed_at <= {at:DateTime64(3, 'UTC')},
            `handovers.wait`, `handovers.at`) AS last_handover
    FROM deskpulse.conversation_days FINAL
    ARRAY JOIN
        `waits.opened_at` AS wait_opened_at,
        `waits.answered_at` AS wait_answered_at,
        `waits.closed_at` AS wait_closed_at,
        `waits.account` AS opened_account,
        arrayEnumerate(`waits.opened_at`) AS wait_number
    WHERE day BETWEEN toDate({at:DateTime64(3, 'UTC')}) - 120 AND toDate({at:DateTime64(3, 'UTC')}) + 1
        AND wait_opened_at <= {at:DateTime64(3, 'UTC')}
        AND ifNull(wait_answered_at > {at:DateTime64(3, 'UTC')}, true)
        AND ifNull(wait_closed_at > {at:DateTime64(3, 'UTC')}, true)
);
