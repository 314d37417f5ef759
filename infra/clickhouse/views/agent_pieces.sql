-- When was each account on line, paused, and planned to work? Cut at midnight, so that a day has all of its time.
-- An interval begins on the day of its row or reaches into the next, never further, as nobody is believed for longer.

--| Stretches of presence and shifts, one row each and day, kind ONLINE, SUSPENDED or PLANNED, which may overlap where
--| shifts do; presence that goes on ends now, and a shift where it is planned to. open = nothing ended it yet; gone =
--| it ended because nobody is believed to be on line for longer without a word.
CREATE OR REPLACE VIEW deskpulse.agent_pieces AS
SELECT
    shop_id,
    day,
    agent_id,
    kind,
    from_at,
    least(ends_at, if(is_next, ends_at, day_ends_at), if(open, now64(3, 'UTC'), ends_at)) AS until_at,
    toBool(open) AS open,
    toBool(is_believed AND until_at = ends_at AND NOT open) AS gone
FROM
(
    SELECT
        shop_id,
        day,
        agent_id,
        kind,
        from_at,
        least(ifNull(until_at, believed_until_at), believed_until_at) AS ends_at,
        day_ends_at,
        false AS is_next,
        kind != 'PLANNED' AND ifNull(until_at > believed_until_at, true) AS is_believed,
        kind != 'PLANNED' AND isNull(until_at) AND believed_until_at > now64(3, 'UTC') AS open
    FROM deskpulse.agent_intervals FINAL
    WHERE kind != 'OFFLINE'

    UNION ALL

    SELECT
        shop_id,
        day + 1 AS day,
        agent_id,
        kind,
        day_ends_at AS from_at,
        ends_at,
        day_ends_at,
        true AS is_next,
        is_believed,
        open
    FROM
    (
        SELECT
            shop_id,
            day,
            agent_id,
            kind,
            least(ifNull(until_at, believed_until_at), believed_until_at) AS ends_at,
            day_ends_at,
            kind != 'PLANNED' AND ifNull(until_at > believed_until_at, true) AS is_believed,
            kind != 'PLANNED' AND isNull(until_at) AND believed_until_at > now64(3, 'UTC') AS open
        FROM deskpulse.agent_intervals FINAL
        WHERE kind != 'OFFLINE'
    )
    WHERE ends_at > day_ends_at
)
WHERE until_at > from_at;
