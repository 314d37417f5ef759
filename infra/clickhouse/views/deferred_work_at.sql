-- Which work can wait at an instant, until when, and how long will it take?
-- Of the ledger, what no buyer waits for in this minute. How long a ticket takes nobody tells: it gets what accounts
-- of the shop spend on a chat, a call-back what they spend on a call. Asks for tickets and promises alone, as the
-- ledger reads every kind of item whatever kind is asked for.

--| Open tickets and promises at the instant at, a parameter, one row each: those of open_items_at; due_at null = no due
--| time. minutes = time of an account that it is expected to take: the mean that accounts of the shop were busy per
--| contact in the week before, of calls for promised call-backs, else of chats; 10 where the shop had none; channel =
--| which of the two: PHONE or CHAT.
CREATE OR REPLACE VIEW deskpulse.deferred_work_at AS
SELECT
    items.shop_id AS shop_id,
    items.kind AS kind,
    items.id AS id,
    items.owner AS owner,
    items.opened_at AS opened_at,
    items.due_at AS due_at,
    if(
        ifNull(efforts.contacts, 0) = 0,
        10.,
        efforts.busy_ms / efforts.contacts / 60000) AS minutes,
    items.like_channel AS channel
FROM
(
    SELECT
        tickets.shop_id AS shop_id,
        'TICKET' AS kind,
        tickets.ticket_id AS id,
        tickets.owner AS owner,
        tickets.opened_at AS opened_at,
        tickets.due_at AS due_at,
        'CHAT' AS like_channel
    FROM deskpulse.open_tickets_at(at = {at:DateTime64(3, 'UTC')}) AS tickets

    UNION ALL

    SELECT
        promises.shop_id AS shop_id,
        'PROMISE' AS kind,
        promises.promise_id AS id,
        CAST(promises.account, 'Nullable(String)') AS owner,
        assumeNotNull(promises.made_at) AS opened_at,
        promises.due_at AS due_at,
        if(ifNull(promises.kind = 'CALL_BACK', false), 'PHONE', 'CHAT') AS like_channel
    FROM deskpulse.promises AS promises
    WHERE ifNull(promises.made_at <= {at:DateTime64(3, 'UTC')}, false)
        AND ifNull(promises.kept_at > {at:DateTime64(3, 'UTC')}, true)
) AS items
LEFT JOIN
(
    SELECT
        shop_id,
        channel,
        sum(union_ms) AS busy_ms,
        sum(ends) AS contacts
    FROM
    (
        SELECT
            shop_id,
            if(channel = 'CHAT', 'CHAT', 'PHONE') AS channel,
            account,
            day,
            toInt64(intervalLengthSum(toUnixTimestamp64Milli(from_at), toUnixTimestamp64Milli(until_at))) AS union_ms,
            countIf(is_last) AS ends
        FROM deskpulse.contact_parts
        WHERE account != ''
            AND day >= toDate({at:DateTime64(3, 'UTC')}, 'UTC') - 7
            AND day < toDate({at:DateTime64(3, 'UTC')}, 'UTC')
        GROUP BY shop_id, channel, account, day
    )
    GROUP BY shop_id, channel
) AS efforts ON items.shop_id = efforts.shop_id AND items.like_channel = efforts.channel;
