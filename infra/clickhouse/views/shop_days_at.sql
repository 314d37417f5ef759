-- What is today for each shop, as constants of a query?
-- Only the shops whose day is another than that of the shops without settings are listed: where all live in one zone,
-- nothing is looked up. Does not ask shop_clocks_at, as a parametrised view within another is planned twice.

--| The day on each shop's own clock at the instant at, a parameter, in one row, a tuple named days:
--| transform(shop_id, days.shops, days.days, days.other) is the day of a shop. It lies at most one day before or after
--| that of UTC, so with day BETWEEN toDate(at, 'UTC') - 1 AND toDate(at, 'UTC') + 1 beside it no other day is read.
CREATE OR REPLACE VIEW deskpulse.shop_days_at AS
SELECT
    CAST(
        (
            groupArrayIf(shop_id, day != usual),
            groupArrayIf(day, day != usual),
            any(usual)
        ),
        'Tuple(shops Array(String), days Array(Date), other Date)') AS days
FROM
(
    SELECT
        shop_id,
        toDate(formatDateTime({at:DateTime64(3, 'UTC')}, '%F', zone)) AS day,
        first_value(toDate(formatDateTime({at:DateTime64(3, 'UTC')}, '%F', zone))) OVER (ORDER BY shop_id) AS usual
    FROM deskpulse.shop_settings FINAL
);
