-- Which defects are there, who mends them, and what did mending change? As of an instant.
-- Before and after a fix are compared by exposure, alike on both sides: of lines delivered in a window of up to eight
-- weeks, the cases within that window. A line delivered at its end has had no time to be complained of on either side.

--| Items, one row per shop, product and attribute with a case by the instant at, a parameter. id = short name; state =
--| NEW, ACKNOWLEDGED, FIXING, FIXED, NOT_A_DEFECT, or REOPENED: fixed, but three buyers complained of lines delivered
--| since, and no more rarely than before. cases, buyers, first_seen_at, last_seen_at: until the instant; days_open =
--| since it was first seen, null once it is fixed or none; fixed_at = since when products left mended; window_ms =
--| length of both windows; exposures = lines delivered in one, cases = of them within it.
CREATE OR REPLACE VIEW deskpulse.defects_at AS
WITH
    said AS
    (
        SELECT
            shop_id,
            sku_id,
            attribute,
            argMaxIf(action, acted_at, action != 'ASSIGNED') AS said_state,
            argMaxIf(holds_from, acted_at, action = 'FIXED') AS fix,
            argMaxIf(owner, acted_at, owner != '') AS said_owner,
            argMaxIf(due_day, acted_at, isNotNull(due_day)) AS said_due_day,
            minIf(acted_at, action = 'ACKNOWLEDGED') AS first_ack,
            argMax(note, acted_at) AS last_note,
            argMax(said_by, acted_at) AS last_by,
            max(acted_at) AS last_acted_at,
            countIf(action = 'FIXED') AS said_fixes,
            least(greatest(dateDiff('millisecond', fix, {at:DateTime64(3, 'UTC')}), 0), 56 * 86400000) AS window_of_fix,
            fix - toIntervalMillisecond(window_of_fix) AS before_from,
            fix + toIntervalMillisecond(window_of_fix) AS after_to
        FROM deskpulse.defect_actions FINAL
        WHERE acted_at <= {at:DateTime64(3, 'UTC')}
        GROUP BY shop_id, sku_id, attribute
    )
SELECT
    shop_id,
    lower(substring(hex(sipHash128(shop_id, sku_id, attribute)), 1, 10)) AS id,
    sku_id,
    attribute,
    multiIf(
        said_state = '', 'NEW',
        said_state != 'FIXED', said_state,
        length(firsts_after) >= 3 AND of_after * lines_before >= of_before * lines_after, 'REOPENED',
        'FIXED') AS state,
    nullIf(said_owner, '') AS owner,
    said_due_day AS due_day,
    length(each) AS cases,
    arrayUniq(each.buyer_id) AS buyers,
    arraySort(arrayDistinct(arrayFilter(reason -> reason != '', each.reason))) AS reasons,
    arrayMin(each.first_at) AS first_seen_at,
    arrayMax(each.first_at) AS last_seen_at,
    if(
        state IN ('FIXED', 'NOT_A_DEFECT'),
        NULL,
        dateDiff('day', first_seen_at, {at:DateTime64(3, 'UTC')})) AS days_open,
    if(first_ack = toDateTime64(0, 3, 'UTC'), NULL, first_ack) AS acknowledged_at,
    if(said_fixes = 0, NULL, fix) AS fixed_at,
    said_fixes AS fixes,
    if(state = 'REOPENED', firsts_after[3], NULL) AS reopened_at,
    nullIf(last_note, '') AS note,
    nullIf(last_by, '') AS said_by,
    if(last_by = '', NULL, last_acted_at) AS said_at,
    if(said_fixes = 0, NULL, window_of_fix) AS window_ms,
    if(said_fixes = 0, NULL, lines_before) AS exposures_before,
    if(said_fixes = 0, NULL, of_before) AS cases_before,
    if(said_fixes = 0, NULL, lines_after) AS exposures_after,
    if(said_fixes = 0, NULL, of_after) AS cases_after
FROM
(
    SELECT
        item.shop_id AS shop_id,
        item.sku_id AS sku_id,
        item.attribute AS attribute,
        item.each AS each,
        said.* EXCEPT (shop_id, sku_id, attribute),
        toInt64(lines.before) AS lines_before,
        toInt64(lines.after) AS lines_after,
        if(said.said_fixes = 0, [], item.each) AS compared,
        toInt64(arrayCount(
            one -> ifNull(one.signed_at >= said.before_from, false) AND one.first_at < said.fix,
            compared)) AS of_before,
        arraySort(
            one -> one.first_at,
            arrayFilter(
                one -> ifNull(one.signed_at >= said.fix, false) AND one.first_at < said.after_to, compared)) AS later,
        toInt64(length(later)) AS of_after,
        arrayFilter((at, nth) -> nth = 1, later.first_at, arrayEnumerateUniq(later.buyer_id)) AS firsts_after
    FROM
    (
        SELECT
            shop_id,
            sku_id,
            attribute,
            groupArray(CAST(
                (first_at, buyer_id, ifNull(reason, ''), signed_at),
                'Tuple(first_at DateTime64(3, \'UTC\'), buyer_id String, reason String,
                    signed_at Nullable(DateTime64(3, \'UTC\')))')) AS each
        FROM deskpulse.defect_cases
        WHERE first_at <= {at:DateTime64(3, 'UTC')}
        GROUP BY shop_id, sku_id, attribute
    ) AS item
    LEFT JOIN said
        ON item.shop_id = said.shop_id AND item.sku_id = said.sku_id AND item.attribute = said.attribute
    LEFT JOIN
    (
        SELECT
            mended.shop_id AS shop_id,
            mended.sku_id AS sku_id,
            mended.attribute AS attribute,
            countIf(delivered.signed_at >= mended.before_from AND delivered.signed_at < mended.fix) AS before,
            countIf(delivered.signed_at >= mended.fix AND delivered.signed_at < mended.after_to) AS after
        FROM deskpulse.signed_lines AS delivered
        INNER JOIN (SELECT * FROM said WHERE said_fixes > 0) AS mended
            ON delivered.shop_id = mended.shop_id AND delivered.sku_id = mended.sku_id
        GROUP BY shop_id, sku_id, attribute
    ) AS lines
        ON item.shop_id = lines.shop_id AND item.sku_id = lines.sku_id AND item.attribute = lines.attribute
);
