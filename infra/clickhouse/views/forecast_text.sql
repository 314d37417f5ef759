-- What does a planner's system get as text?
-- The predefined queries /forecast and /staffing of the server's HTTP interface are this view. What they are asked
-- comes as texts, and a question that cannot be read is answered in words.

--| The answer to a planner's question in one row, column text: lines of CSV below a line of names, or an array of JSON
--| objects. Parameters as in forecast_pull; form = CSV, JSON or empty for CSV; wide = 1 adds what agents follow from.
CREATE OR REPLACE VIEW deskpulse.forecast_text AS
SELECT
    if(
        {form:String} = 'JSON',
        concat('[', arrayStringConcat(arrayMap(row -> row.4, rows), ',\n'), ']'),
        concat(
            'shop,channel,interval_start,interval_min,made_at,mean,p025,p10,p25,p50,p75,p90,p95,p975,aht_s,load_erl,',
            'concurrency,agents_p50,agents_p75,agents_gross,occupancy,service_level,sl_definition,',
            'event_id,model,override',
            if(
                {wide:UInt8},
                concat(
                    ',planned_shrinkage,unplanned_shrinkage,queue,target_ratio,target_s,max_occupancy,patience_s,',
                    'backlog,idle_s,deferred_s,deferred_late_s'),
                ''),
            arrayStringConcat(arrayMap(row -> concat('\n', row.3), rows)))) AS text
FROM
(
    SELECT
        arraySort(groupArray((
            channel,
            starts_at,
            concat(
                arrayStringConcat(
                    [
                        if(match(shop, '[,"\n\r]'), concat('"', replaceAll(shop, '"', '""'), '"'), shop), channel,
                        interval_start, toString(interval_min), made_at, toString(mean), toString(p025),
                        toString(p10), toString(p25), toString(p50), toString(p75), toString(p90), toString(p95),
                        toString(p975), toString(aht_s), toString(load_erl), toString(concurrency),
                        toString(agents_p50), toString(agents_p75), toString(agents_gross), toString(occupancy),
                        toString(service_level), sl_definition,
                        if(match(event_id, '[,"\n\r]'), concat('"', replaceAll(event_id, '"', '""'), '"'), event_id),
                        model, ifNull(toString(override), '')
                    ],
                    ','),
                if(
                    {wide:UInt8},
                    concat(
                        ',',
                        arrayStringConcat(
                            [
                                toString(planned_shrinkage), toString(unplanned_shrinkage), queue,
                                toString(target_ratio), toString(target_s), toString(max_occupancy),
                                ifNull(toString(patience_s), ''), toString(backlog), toString(idle_s),
                                toString(deferred_s), toString(deferred_late_s)
                            ],
                            ',')),
                    '')),
            if(
                {wide:UInt8},
                formatRowNoNewline(
                    'JSONEachRow',
                    shop, channel, interval_start, interval_min, made_at, mean, p025, p10, p25, p50, p75, p90, p95,
                    p975, aht_s, load_erl, concurrency, agents_p50, agents_p75, agents_gross, occupancy,
                    service_level, sl_definition, event_id, model, override, planned_shrinkage, unplanned_shrinkage,
                    queue, target_ratio, target_s, max_occupancy, patience_s, backlog, idle_s, deferred_s,
                    deferred_late_s),
                formatRowNoNewline(
                    'JSONEachRow',
                    shop, channel, interval_start, interval_min, made_at, mean, p025, p10, p25, p50, p75, p90, p95,
                    p975, aht_s, load_erl, concurrency, agents_p50, agents_p75, agents_gross, occupancy,
                    service_level, sl_definition, event_id, model, override))))) AS rows
    FROM deskpulse.forecast_pull(
        shop = {shop:String},
        channel = {channel:String},
        since = {since:String},
        until = {until:String},
        minutes = {minutes:String},
        at = {at:String})
)
WHERE throwIf({shop:String} = '', 'Which shop? Ask for ?shop=ID; deskpulse shops list names them.') = 0
    AND throwIf(
        (SELECT count() FROM deskpulse.forecast_slots WHERE shop_id = {shop:String}) = 0,
        'No forecast of this shop: deskpulse shops list names shops, deskpulse staffing run makes forecasts.') = 0
    AND throwIf({minutes:String} NOT IN ('', '15', '30'), 'interval must be 15 or 30 minutes.') = 0
    AND throwIf({channel:String} NOT IN ('', 'CHAT', 'PHONE', 'VIDEO'), 'channel must be CHAT, PHONE or VIDEO.') = 0
    AND throwIf({form:String} NOT IN ('', 'CSV', 'JSON'), 'format must be CSV or JSON.') = 0
    AND throwIf(
        arrayExists(
            time -> time != '' AND (
                isNull(parseDateTime64BestEffortOrNull(replaceOne(time, ' ', '+'), 3))
                OR NOT match(
                    replaceOne(time, ' ', '+'),
                    '^\\d{4}-\\d\\d-\\d\\d(T([01]\\d|2[0-3]):\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?$')),
            [{since:String}, {until:String}, {at:String}]),
        'from, to and made_at must be days such as 2026-11-10 or times such as 2026-11-10T02:00:00+08:00.') = 0
    AND throwIf(
        {since:String} != '' AND {until:String} != ''
        AND parseDateTime64BestEffortOrZero(replaceOne({since:String}, ' ', '+'), 3, 'UTC')
            > parseDateTime64BestEffortOrZero(replaceOne({until:String}, ' ', '+'), 3, 'UTC')
                + toIntervalDay(length({since:String}) != length({until:String})),
        'from lies after to.') = 0
    AND throwIf(
        empty(rows),
        'No forecast fits what was asked: of another channel, interval, time or made_at there is one.') = 0;
