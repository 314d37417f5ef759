-- Which rules judge replies, and which of them is each shop's, as constants of a query?
-- For the views scored_..._of, which look their rule up in it; without a parameter, as a parametrised view within
-- another is planned twice. Where one rule is each shop's, shops is empty.

--| Rules with a time limit in one row, a tuple of arrays named rules: names (rule_id@version) and in the same order
--| their fields; transform(shop_id, rules.shops, rules.picks, rules.pick) is the number, from 1, of a shop's own rule
--| among them, 0 = there is no such rule; own_facts = what the rules that are some shop's own count; tier_limits =
--| limits in ms of ranks of buyers that have one of their own.
CREATE OR REPLACE VIEW deskpulse.reply_rules AS
WITH (SELECT known FROM deskpulse.shop_lookup) AS known
SELECT
    CAST(
        (
            rows.1, rows.2, rows.3, rows.4, rows.5, rows.6, rows.7, rows.8, rows.9, rows.10,
            arrayFilter((shop, own) -> own != known.other_rule, known.shops, known.rules),
            arrayMap(own -> indexOf(rows.1, own), arrayFilter(own -> own != known.other_rule, known.rules)),
            indexOf(rows.1, known.other_rule),
            arrayMap(own -> rows.4[indexOf(rows.1, own)], arrayPushBack(known.rules, known.other_rule)),
            rows.11
        ),
        'Tuple(
            names Array(String), rule_ids Array(LowCardinality(String)), versions Array(LowCardinality(String)),
            facts Array(String), measures Array(String), from_seconds Array(UInt32), to_seconds Array(UInt32),
            limits Array(Int64), valid_from Array(Date), valid_to Array(Date),
            shops Array(String), picks Array(UInt64), pick UInt64, own_facts Array(String),
            tier_limits Array(Map(String, Int64)))'
    ) AS rules
FROM
(
    SELECT
        arraySort(row -> row.1, groupArray((
            concat(rule_id, '@', version), rule_id, version, facts, measure, window_from_s, window_to_s,
            ifNull(limit_ms, -1), valid_from, valid_to, tier_limits))) AS rows
    FROM deskpulse.metric_rules FINAL
    WHERE measure IN ('WITHIN', 'FIRST_WITHIN', 'ALL_WITHIN')
);
