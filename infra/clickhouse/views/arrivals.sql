-- How many contacts arrive, how long does each take, and how long do buyers wait before they give up?

--| Contacts that buyers began, one row per shop, day, channel and quarter of an hour in which any arrived; calls that
--| the shop made are none. handled = a person replied and it is over; handle_ms = their sum: mean handle time =
--| handle_ms / handled; running = not over; abandoned = over without a reply though the buyer had asked, after
--| abandoned_wait_ms in sum; offered_wait_ms = sum of the waits of all: patience = offered_wait_ms / abandoned.
CREATE OR REPLACE VIEW deskpulse.arrivals AS
SELECT
    shop_id,
    day,
    channel,
    toDateTime64(toStartOfInterval(arrived_at, toIntervalMinute(15), 'UTC'), 3, 'UTC') AS interval_start,
    count() AS contacts,
    countIf(handled AND isNotNull(ended_at)) AS handled,
    sumIf(ifNull(contacts.handle_ms, 0), contacts.handled AND isNotNull(ended_at)) AS handle_ms,
    countIf(isNull(ended_at)) AS running,
    countIf(contacts.abandoned) AS abandoned,
    sumIf(wait_ms, contacts.abandoned) AS abandoned_wait_ms,
    sum(wait_ms) AS offered_wait_ms
FROM deskpulse.contacts AS contacts
WHERE NOT outbound
GROUP BY shop_id, day, channel, interval_start;
