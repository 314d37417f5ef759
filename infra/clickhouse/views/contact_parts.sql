-- Which account had which contact open, and when? Cut at midnight, so that a day has all that happened on it.
-- A part begins on the day of its row or reaches into the next, never further: whatever happens begins another.

--| Stretches in which one account had a contact, one row each and day: of a chat from its assignment or first reply
--| until a transfer, the close or its end; of a call while it held the line, with the wrap-up where it did that, and
--| the wrap-up of another account. account = empty while a chat is queued. Those that run end now. is_last = the
--| contact ended with it.
CREATE OR REPLACE VIEW deskpulse.contact_parts AS
SELECT shop_id, day, account, channel, conversation_id, contact_at, from_at, piece_ends_at AS until_at, is_last
FROM
(
    SELECT
        shop_id,
        day,
        part_account AS account,
        channel,
        conversation_id,
        part_contact_at AS contact_at,
        part_from_at AS from_at,
        least(part_until_at, day_ends_at, now64(3, 'UTC')) AS piece_ends_at,
        part_ended AND part_until_at <= least(day_ends_at, now64(3, 'UTC')) AS is_last
    FROM deskpulse.conversation_days FINAL
    ARRAY JOIN
        `parts.contact_at` AS part_contact_at,
        `parts.from_at` AS part_from_at,
        `parts.until_at` AS part_until_at,
        `parts.account` AS part_account,
        `parts.ended` AS part_ended
    WHERE channel = 'CHAT'

    UNION ALL

    SELECT
        shop_id,
        next_day AS day,
        part_account AS account,
        channel,
        conversation_id,
        part_contact_at AS contact_at,
        ends AS from_at,
        least(part_until_at, now64(3, 'UTC')) AS piece_ends_at,
        part_ended AND part_until_at <= now64(3, 'UTC') AS is_last
    FROM
    (
        SELECT
            shop_id,
            day + 1 AS next_day,
            channel,
            conversation_id,
            day_ends_at AS ends,
            part_contact_at,
            part_until_at,
            part_account,
            part_ended
        FROM deskpulse.conversation_days FINAL
        ARRAY JOIN
            `parts.contact_at` AS part_contact_at,
            `parts.until_at` AS part_until_at,
            `parts.account` AS part_account,
            `parts.ended` AS part_ended
        WHERE channel = 'CHAT' AND part_until_at > day_ends_at
    )

    UNION ALL

    SELECT
        shop_id,
        day,
        account,
        channel,
        conversation_id,
        arrived_at AS contact_at,
        from_at,
        least(until_at, ends) AS piece_ends_at,
        is_end AND until_at <= ends AS is_last
    FROM deskpulse.call_parts

    UNION ALL

    SELECT
        shop_id,
        day + 1 AS day,
        account,
        channel,
        conversation_id,
        arrived_at AS contact_at,
        ends AS from_at,
        until_at AS piece_ends_at,
        is_end AS is_last
    FROM (SELECT * FROM deskpulse.call_parts WHERE until_at > ends)
)
WHERE piece_ends_at > from_at;
