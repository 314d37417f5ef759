-- Which alarms of complaint hotspots are there?

--| Alarms, one row per shop, cell and opening, as they last stood. A cell is a reason and one value of a dimension;
--| head = dimension and value of the cell that explains the incident; window = the ISO duration of 1, 6 or 24 hours in
--| which the count is least likely, evidence = -log10 of its probability; observed, buyers, expected, ratio with its 5
--| % and 95 % quantiles are of the run since first_seen_at; learning = the shop is new, so nobody is told; id = short
--| name of the incident; founded = the incident that bears the alarm's own name, which it was in until that merged into
--| this one, and founded_id = its short name.
CREATE OR REPLACE VIEW deskpulse.hotspots AS
SELECT
    shop_id,
    reason,
    dimension,
    value,
    opened_at,
    version,
    incident_id,
    lower(substring(hex(sipHash128(shop_id, incident_id)), 1, 10)) AS id,
    concat(reason, ':', toString(toUnixTimestamp64Milli(opened_at)), ':', dimension, ':', value) AS founded,
    lower(substring(hex(sipHash128(shop_id, founded)), 1, 10)) AS founded_id,
    trimRight(concat(head_dimension, ' ', head_value)) AS head,
    dimension = head_dimension AND value = head_value AS is_head,
    kind,
    if(is_open, 'OPEN', 'ENDED') AS state,
    updated_at,
    ended_at,
    first_seen_at,
    observed,
    buyers,
    expected,
    ratio,
    ratio_low,
    ratio_high,
    score,
    threshold,
    concat('PT', toString(intDiv(window_ms, 3600000)), 'H') AS window,
    evidence,
    nullIf(campaign, '') AS campaign,
    event_ids,
    is_learning AS learning
FROM deskpulse.hotspot_alarms FINAL;
