-- How long does a chat take while its account runs one, two, three chats at once?
-- Accounts' changes of how many chats are open, in order; an end counts for as many as ran until then.

--| Time that accounts ran so many chats at once, one row per shop, day, channel and number of chats: busy_ms = time of
--| accounts; chat_ms = concurrent * busy_ms; ended = chats that ended meanwhile. Handle time of a chat while k run =
--| sum(chat_ms) / sum(ended) over days; pool where few ended.
CREATE OR REPLACE VIEW deskpulse.concurrency_gain AS
SELECT
    shop_id,
    day,
    channel,
    concurrent,
    sum(toInt64(stretch_ms)) AS busy_ms,
    concurrent * busy_ms AS chat_ms,
    sum(ends) AS ended
FROM
(
    SELECT
        shop_id,
        day,
        channel,
        toUInt32(sum(change) OVER until_now - change) AS concurrent,
        at_ms - lagInFrame(at_ms, 1, at_ms) OVER until_now AS stretch_ms,
        ends
    FROM
    (
        SELECT
            shop_id,
            day,
            channel,
            account,
            turn.1 AS at_ms,
            sum(turn.2) AS change,
            sum(turn.3) AS ends
        FROM deskpulse.contact_parts
        ARRAY JOIN [
            (toUnixTimestamp64Milli(from_at), 1, 0),
            (toUnixTimestamp64Milli(until_at), -1, toInt8(is_last))] AS turn
        WHERE account != '' AND channel = 'CHAT'
        GROUP BY shop_id, day, channel, account, at_ms
    )
    WINDOW until_now AS (
        PARTITION BY shop_id, day, channel, account ORDER BY at_ms
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
)
WHERE concurrent > 0
GROUP BY shop_id, day, channel, concurrent;
