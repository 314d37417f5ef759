-- Was an incident a defect, as people judged it?
-- One row per judgement; the latest of an incident holds, the others stay for whoever asks later. Nothing learns of it.
CREATE TABLE IF NOT EXISTS deskpulse.hotspot_verdicts
(
    shop_id String COMMENT 'shop',
    incident_id String COMMENT 'incident, as in hotspot_alarms',
    given_at DateTime64(3, 'UTC') COMMENT 'when it was judged',
    verdict String COMMENT 'CONFIRMED or DISMISSED',
    reason String COMMENT 'why, in the words of who judged',
    given_by String COMMENT 'who judged'
)
ENGINE = ReplacingMergeTree
ORDER BY (shop_id, incident_id, given_at)
COMMENT 'Judgements on incidents of complaint hotspots, kept for ever. Read through hotspot_incidents.';
