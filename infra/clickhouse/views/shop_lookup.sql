-- What are the shops, as constants of a query? For views and boards that ask it for every row of a fact.
-- A join with shops would read which shops there are; this reads the settings alone, and a shop without settings has
-- the other_… ones: transform(shop_id, known.shops, known.currencies, known.other_currency).

--| Settings of all shops in one row, a tuple of arrays named known: shops, and in the same order their zones,
--| currencies, minor_digits, rules, targets (percent) and costs of an hour of an account (smallest unit of currency;
--| 0 = nobody said); other_zone and so on hold for every other shop.
CREATE OR REPLACE VIEW deskpulse.shop_lookup AS
SELECT
    CAST(
        (
            listed.1, listed.2, listed.3, listed.4, listed.5, listed.6,
            other.1, other.2, other.3, other.4, other.5,
            listed.7, other.6
        ),
        'Tuple(
            shops Array(String), zones Array(String), currencies Array(String), minor_digits Array(UInt8),
            rules Array(String), targets Array(UInt8),
            other_zone String, other_currency String, other_minor_digits UInt8, other_rule String, other_target UInt8,
            costs Array(Int64), other_cost Int64)'
    ) AS known
FROM
(
    SELECT
        arraySort(groupArrayIf(
            (shop_id, zone, currency, minor_digits, rule, target_percent, handling_cost_per_hour),
            shop_id != '')) AS listed,
        anyIf((zone, currency, minor_digits, rule, target_percent, handling_cost_per_hour), shop_id = '') AS other
    FROM deskpulse.shop_settings FINAL
);
