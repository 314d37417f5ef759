-- What do people call the shops, and where do they open a case, as constants of a query? For lists that name shops.

--| Names and workbenches of the shops that have settings, in one row, a tuple of arrays named named: transform(shop_id,
--| named.shops, named.names, shop_id) is the name of a shop, its id where it has none; transform(shop_id, named.shops,
--| named.workbenches, named.other_workbench) is its workbench (see shops), empty where nobody said.
CREATE OR REPLACE VIEW deskpulse.shop_names AS
SELECT
    CAST(
        (
            groupArrayIf(shop_id, shop_id != ''),
            groupArrayIf(if(name = '', shop_id, name), shop_id != ''),
            groupArrayIf(workbench, shop_id != ''),
            anyIf(workbench, shop_id = '')
        ),
        'Tuple(
            shops Array(String), names Array(String), workbenches Array(String), other_workbench String)') AS named
FROM deskpulse.shop_settings FINAL;
