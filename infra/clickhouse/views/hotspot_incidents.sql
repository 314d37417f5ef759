-- Which incidents are there: alarms of one reason that one cell explains, and what did people say of them?

--| Incidents, one row each with its head, the cell that explains it; the numbers are the head's. state = OPEN while one
--| of its alarms is; opened_at, updated_at = of its first and last alarm; ended_at = of its last, null while open;
--| alarms = how many it has; verdict = CONFIRMED or DISMISSED by the latest judgement, of it or of one that merged into
--| it, null before any; id = its short name.
CREATE OR REPLACE VIEW deskpulse.hotspot_incidents AS
SELECT
    incident.shop_id AS shop_id,
    incident.id AS id,
    incident.incident_id AS incident_id,
    incident.reason AS reason,
    incident.dimension AS dimension,
    incident.value AS value,
    incident.kind AS kind,
    if(incident.open_alarms > 0, 'OPEN', 'ENDED') AS state,
    incident.alarms AS alarms,
    incident.first_opened_at AS opened_at,
    incident.last_updated_at AS updated_at,
    if(incident.open_alarms > 0, NULL, incident.last_ended_at) AS ended_at,
    incident.first_seen_at AS first_seen_at,
    incident.observed AS observed,
    incident.buyers AS buyers,
    incident.expected AS expected,
    incident.ratio AS ratio,
    incident.ratio_low AS ratio_low,
    incident.ratio_high AS ratio_high,
    incident.score AS score,
    incident.threshold AS threshold,
    incident.window AS window,
    incident.evidence AS evidence,
    incident.campaign AS campaign,
    incident.event_ids AS event_ids,
    incident.learning AS learning,
    nullIf(judged.verdict, '') AS verdict,
    nullIf(judged.verdict_reason, '') AS verdict_reason,
    nullIf(judged.verdict_by, '') AS verdict_by,
    if(judged.verdict = '', NULL, judged.verdict_at) AS verdict_at
FROM
(
    SELECT
        *,
        countIf(state = 'OPEN') OVER incidents AS open_alarms,
        count() OVER incidents AS alarms,
        min(opened_at) OVER incidents AS first_opened_at,
        max(updated_at) OVER incidents AS last_updated_at,
        max(ended_at) OVER incidents AS last_ended_at
    FROM deskpulse.hotspots
    WINDOW incidents AS (PARTITION BY shop_id, incident_id)
    ORDER BY shop_id, incident_id, is_head DESC, updated_at DESC, state = 'OPEN' DESC, score DESC
    LIMIT 1 BY shop_id, incident_id
) AS incident
LEFT JOIN
(
    SELECT
        shop_id,
        incident_id,
        argMax(verdict, given_at) AS verdict,
        argMax(reason, given_at) AS verdict_reason,
        argMax(given_by, given_at) AS verdict_by,
        max(given_at) AS verdict_at
    FROM
    (
        SELECT
            said.shop_id AS shop_id,
            if(merged.now_in = '', said.incident_id, merged.now_in) AS incident_id,
            said.verdict AS verdict,
            said.reason AS reason,
            said.given_by AS given_by,
            said.given_at AS given_at
        FROM deskpulse.hotspot_verdicts AS said
        LEFT JOIN
        (
            SELECT
                shop_id,
                founded,
                incident_id AS now_in
            FROM deskpulse.hotspots
            WHERE (shop_id, founded) NOT IN (SELECT shop_id, incident_id FROM deskpulse.hotspots)
        ) AS merged ON said.shop_id = merged.shop_id AND said.incident_id = merged.founded
    )
    GROUP BY shop_id, incident_id
) AS judged ON incident.shop_id = judged.shop_id AND incident.incident_id = judged.incident_id;
