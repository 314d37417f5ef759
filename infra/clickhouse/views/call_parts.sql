-- When was an account busy with a call, and when did the day of the call end on the clock of the shop?
-- The end of the day is asked twice for how far the clock is ahead of UTC, as in shop_clocks_at. Days cut parts in
-- contact_parts, which reads this, twice: so the facts are read once here.

--| Stretches in which an account was busy with a call, one row per leg, until its end or the wrap-up where the account
--| did it, and one per wrap-up by another account; ends = end of the day on the clock of the shop; is_end = the call is
--| over with it. A leg without an end ends now, and after four hours at the latest.
CREATE OR REPLACE VIEW deskpulse.call_parts AS
WITH (SELECT known FROM deskpulse.shop_lookup) AS known
SELECT
    shop_id,
    day,
    conversation_id,
    channel,
    arrived_at,
    part.1 AS account,
    part.2 AS from_at,
    greatest(from_at, part.3) AS until_at,
    toDateTime64(
        midnight - toIntervalSecond(
            dateDiff('second', guess, toDateTime(formatDateTime(guess, '%F %T', zone), 'UTC'))),
        3,
        'UTC') AS ends,
    toBool(number = length(parts) AND is_over) AS is_end
FROM
(
    SELECT
        shop_id,
        day,
        conversation_id,
        channel,
        assumeNotNull(transform(shop_id, known.shops, known.zones, known.other_zone)) AS zone,
        toDateTime(day + 1, 'UTC') AS midnight,
        midnight - toIntervalSecond(
            dateDiff('second', midnight, toDateTime(formatDateTime(midnight, '%F %T', zone), 'UTC'))) AS guess,
        assumeNotNull(coalesce(rang_at, answered_at, `legs.from_at`[1])) AS arrived_at,
        isNotNull(`legs.until_at`[-1]) AS is_over,
        released_at < wrapped_up_at AND wrapped_up_by NOT IN ('', `legs.account`[-1]) AS by_another,
        arrayConcat(
            arrayMap(
                (leg_account, leg_from, leg_until, number) -> (
                    leg_account,
                    leg_from,
                    assumeNotNull(coalesce(
                        if(
                            number = length(`legs.account`) AND wrapped_up_by IN ('', leg_account),
                            wrapped_up_at,
                            NULL),
                        leg_until,
                        least(leg_from + toIntervalHour(4), now64(3, 'UTC'))))),
                `legs.account`, `legs.from_at`, `legs.until_at`, arrayEnumerate(`legs.account`)),
            if(
                ifNull(by_another, false),
                [(wrapped_up_by, assumeNotNull(released_at), assumeNotNull(wrapped_up_at))],
                [])) AS parts
    FROM deskpulse.contact_facts FINAL
    WHERE has_call AND notEmpty(`legs.account`)
)
ARRAY JOIN parts AS part, arrayEnumerate(parts) AS number;
