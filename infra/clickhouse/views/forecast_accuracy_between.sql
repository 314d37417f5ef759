-- How good were the forecasts of some days?

--| Accuracy of forecasts of days of the shop from from_day to to_day, parameters; columns as in forecast_accuracy.
CREATE OR REPLACE VIEW deskpulse.forecast_accuracy_between AS
SELECT
    shop_id,
    day,
    channel,
    interval_min,
    made_at,
    lead_days,
    any(size) AS size,
    any(event_id) AS event_id,
    count() AS slots,
    sum(came.contacts) AS contacts,
    sum(abs(came.mean - came.contacts)) AS absolute_error,
    sum(came.mean - came.contacts) AS error,
    abs(error) AS day_absolute_error,
    sum(multiIf(
        came.contacts < came.p10 OR came.contacts > came.p90, 0,
        came.contacts = came.p10 OR came.contacts = came.p90, 0.5,
        1)) AS within80,
    sum(multiIf(
        came.contacts < came.p025 OR came.contacts > came.p975, 0,
        came.contacts = came.p025 OR came.contacts = came.p975, 0.5,
        1)) AS within95,
    countIf(same_slot_mean IS NOT NULL) AS same_slot_slots,
    sumIf(came.contacts, same_slot_mean IS NOT NULL) AS same_slot_contacts,
    sum(abs(ifNull(same_slot_mean, came.contacts) - came.contacts)) AS same_slot_absolute_error,
    sum(ifNull(same_slot_mean, came.contacts) - came.contacts) AS same_slot_error,
    if(contacts > 0, absolute_error / contacts, NULL) AS wape,
    if(contacts > 0, error / contacts, NULL) AS bias,
    within80 / slots AS coverage80,
    within95 / slots AS coverage95,
    if(same_slot_contacts > 0, same_slot_absolute_error / same_slot_contacts, NULL) AS same_slot_wape,
    if(same_slot_contacts > 0, same_slot_error / same_slot_contacts, NULL) AS same_slot_bias,
    if(contacts > 0, sqrt(2 * slots / (pi() * contacts)), NULL) AS noise_floor
FROM deskpulse.forecast_outcomes_between(from_day = {from_day:Date}, to_day = {to_day:Date}) AS came
WHERE NOT tagged
GROUP BY shop_id, day, channel, interval_min, made_at, lead_days;
