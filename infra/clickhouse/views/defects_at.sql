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
    {at:DateTime64(3, 'UTC')} AS at_instant,
    56 * 86400000 AS longest_ms,
    cases AS (SELECT * FROM deskpulse.defect_cases WHERE first_at <= {at:DateTime64(3, 'UTC')}),
    said AS
    (
        SELECT
            shop_id,
            sku_id,
            attribute,
            argMaxIf(action, acted_at, action != 'ASSIGNED') AS said_state,
            argMaxIf(holds_from, acted_at, action = 'FIXED') AS fix,
            argMaxIf(owner, acted_at, owner != '') AS owner,
            argMaxIf(due_day, acted_at, isNotNull(due_day)) AS due_day,
            minIf(acted_at, action = 'ACKNOWLEDGED') AS first_ack,
            argMax(note, acted_at) AS last_note,
            argMax(said_by, acted_at) AS last_by,
            max(acted_at) AS last_acted_at,
            countIf(action = 'FIXED') AS fixes
        FROM deskpulse.defect_actions FINAL
        WHERE acted_at <= {at:DateTime64(3, 'UTC')}
        GROUP BY shop_id, sku_id, attribute
    ),
    mended AS
    (
        SELECT
            shop_id,
            sku_id,
            attribute,
            fix,
            least(greatest(dateDiff('millisecond', fix, {at:DateTime64(3, 'UTC')}), 0), 56 * 86400000) AS length,
            fix - toIntervalMillisecond(length) AS before_from,
            fix + toIntervalMillisecond(length) AS after_to
        FROM said
        WHERE fixes > 0
    )
SELECT
    item.shop_id AS shop_id,
    lower(substring(hex(sipHash128(item.shop_id, item.sku_id, item.attribute)), 1, 10)) AS id,
    item.sku_id AS sku_id,
    item.attribute AS attribute,
    multiIf(
        said.said_state = '', 'NEW',
        said.said_state != 'FIXED', said.said_state,
        compared.buyers_after >= 3
            AND compared.cases_after * compared.exposures_before
                >= compared.cases_before * compared.exposures_after,
            'REOPENED',
        'FIXED') AS state,
    nullIf(said.owner, '') AS owner,
    said.due_day AS due_day,
    item.cases AS cases,
    item.buyers AS buyers,
    item.reasons AS reasons,
    item.first_seen_at AS first_seen_at,
    item.last_seen_at AS last_seen_at,
    if(state IN ('FIXED', 'NOT_A_DEFECT'), NULL, dateDiff('day', item.first_seen_at, at_instant)) AS days_open,
    if(said.first_ack = toDateTime64(0, 3, 'UTC'), NULL, said.first_ack) AS acknowledged_at,
    if(said.fixes = 0, NULL, said.fix) AS fixed_at,
    said.fixes AS fixes,
    if(state = 'REOPENED', compared.third_buyer_at, NULL) AS reopened_at,
    nullIf(said.last_note, '') AS note,
    nullIf(said.last_by, '') AS said_by,
    if(said.last_by = '', NULL, said.last_acted_at) AS said_at,
    if(said.fixes = 0, NULL, compared.window_ms) AS window_ms,
    if(said.fixes = 0, NULL, compared.exposures_before) AS exposures_before,
    if(said.fixes = 0, NULL, compared.cases_before) AS cases_before,
    if(said.fixes = 0, NULL, compared.exposures_after) AS exposures_after,
    if(said.fixes = 0, NULL, compared.cases_after) AS cases_after
FROM
(
    SELECT
        shop_id,
        sku_id,
        attribute,
        count() AS cases,
        uniqExact(buyer_id) AS buyers,
        arraySort(groupUniqArray(assumeNotNull(reason))) AS reasons,
        min(first_at) AS first_seen_at,
        max(first_at) AS last_seen_at
    FROM cases
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
        mended.length AS window_ms,
        toInt64(ifNull(lines.before, 0)) AS exposures_before,
        toInt64(ifNull(lines.after, 0)) AS exposures_after,
        toInt64(ifNull(counted.before, 0)) AS cases_before,
        toInt64(ifNull(counted.after, 0)) AS cases_after,
        length(ifNull(counted.firsts_after, [])) AS buyers_after,
        arrayElementOrNull(arraySort(ifNull(counted.firsts_after, [])), 3) AS third_buyer_at
    FROM mended
    LEFT JOIN
    (
        SELECT
            mended.shop_id AS shop_id,
            mended.sku_id AS sku_id,
            mended.attribute AS attribute,
            countIf(delivered.signed_at >= mended.before_from AND delivered.signed_at < mended.fix) AS before,
            countIf(delivered.signed_at >= mended.fix AND delivered.signed_at < mended.after_to) AS after
        FROM mended
        INNER JOIN deskpulse.signed_lines AS delivered
            ON mended.shop_id = delivered.shop_id AND mended.sku_id = delivered.sku_id
        GROUP BY shop_id, sku_id, attribute
    ) AS lines
        ON mended.shop_id = lines.shop_id AND mended.sku_id = lines.sku_id AND mended.attribute = lines.attribute
    LEFT JOIN
    (
        SELECT
            shop_id,
            sku_id,
            attribute,
            sum(buyer_before) AS before,
            sum(buyer_after) AS after,
            groupArrayIf(buyer_first, buyer_after > 0) AS firsts_after
        FROM
        (
            SELECT
                mended.shop_id AS shop_id,
                mended.sku_id AS sku_id,
                mended.attribute AS attribute,
                countIf(ifNull(cases.signed_at >= mended.before_from, false) AND cases.first_at < mended.fix)
                    AS buyer_before,
                countIf(ifNull(cases.signed_at >= mended.fix, false) AND cases.first_at < mended.after_to)
                    AS buyer_after,
                minIf(cases.first_at, ifNull(cases.signed_at >= mended.fix, false)) AS buyer_first
            FROM mended
            INNER JOIN cases
                ON mended.shop_id = cases.shop_id
                AND mended.sku_id = cases.sku_id
                AND mended.attribute = cases.attribute
            GROUP BY shop_id, sku_id, attribute, cases.buyer_id
        )
        GROUP BY shop_id, sku_id, attribute
    ) AS counted
        ON mended.shop_id = counted.shop_id
        AND mended.sku_id = counted.sku_id
        AND mended.attribute = counted.attribute
) AS compared
    ON item.shop_id = compared.shop_id AND item.sku_id = compared.sku_id AND item.attribute = compared.attribute;
