-- How many accounts are planned to work, and how many were at work, in each quarter of an hour?

--| Accounts, weighted by time, one row per shop, day and quarter of an hour in which any was planned or on line:
--| planned; online, pauses included; suspended = of those, paused; planned_online = on line during their shift. What is
--| to come is planned and not yet on line.
CREATE OR REPLACE VIEW deskpulse.planned_staff AS
SELECT
    shop_id,
    day,
    interval_start,
    sum(planned_ms) / 900000 AS planned,
    sum(online_ms) / 900000 AS online,
    sum(suspended_ms) / 900000 AS suspended,
    sum(planned_online_ms) / 900000 AS planned_online
FROM deskpulse.agent_slots
GROUP BY shop_id, day, interval_start;
