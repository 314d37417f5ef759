-- Whose number was better, the forecast's or the person's, on some days?

--| Overrides judged on days of the shop from from_day to to_day, parameters; columns as in override_accuracy.
CREATE OR REPLACE VIEW deskpulse.override_accuracy_between AS
SELECT
    shop_id,
    override_id,
    any(judged.channel) AS channel,
    any(judged.made_by) AS made_by,
    any(judged.reason) AS reason,
    any(judged.override_made_at) AS made_at,
    any(judged.kind) AS kind,
    any(judged.amount) AS amount,
    any(judged.interval_min) AS interval_min,
    count() AS slots,
    sum(judged.contacts) AS contacts,
    sum(abs(judged.mean - judged.contacts)) AS model_absolute_error,
    sum(judged.mean - judged.contacts) AS model_error,
    sum(abs(judged.override - judged.contacts)) AS override_absolute_error,
    sum(judged.override - judged.contacts) AS override_error,
    if(contacts > 0, model_absolute_error / contacts, NULL) AS model_wape,
    if(contacts > 0, override_absolute_error / contacts, NULL) AS override_wape,
    if(contacts > 0, model_error / contacts, NULL) AS model_bias,
    if(contacts > 0, override_error / contacts, NULL) AS override_bias,
    multiIf(
        abs(model_absolute_error - override_absolute_error) < 1e-9, 'EQUAL',
        model_absolute_error < override_absolute_error, 'MODEL',
        'OVERRIDE') AS better
FROM
(
    SELECT
        said.shop_id AS shop_id,
        said.override_id AS override_id,
        said.channel AS channel,
        said.made_by AS made_by,
        said.reason AS reason,
        said.made_at AS override_made_at,
        said.kind AS kind,
        said.amount AS amount,
        slot.interval_min AS interval_min,
        slot.contacts AS contacts,
        slot.mean AS mean,
        if(
            said.kind = 'FACTOR',
            slot.mean * said.amount,
            said.means[said.number + 1] + if(slot.interval_min = 15, 0, said.means[said.number + 2])) AS override
    FROM
    (
        SELECT
            *,
            arrayJoin(range(toUInt32(dateDiff('minute', from_at, to_at) / 15))) AS number,
            from_at + toIntervalMinute(15 * number) AS quarter
        FROM deskpulse.forecast_override_log FINAL
    ) AS said
    INNER JOIN
    (
        SELECT *
        FROM deskpulse.forecast_outcomes_between(from_day = {from_day:Date}, to_day = {to_day:Date})
        WHERE NOT tagged
    ) AS slot
        ON said.shop_id = slot.shop_id AND said.channel = slot.channel AND said.quarter = slot.interval_start
    WHERE slot.made_at <= said.made_at AND said.made_at <= slot.interval_start
        AND (said.removed_at IS NULL OR said.removed_at > slot.interval_start)
    ORDER BY slot.made_at DESC, slot.interval_min DESC
    LIMIT 1 BY said.shop_id, said.override_id, slot.interval_start
) AS judged
GROUP BY shop_id, override_id;
