-- What went wrong with orders, and who spoke first?

--| Order troubles, one row each, on the day of detection. first_contact_by = BUYER or the account (null = none yet, or
--| account unknown); proactive = the first message after detection is the shop's, null while there is none.
CREATE OR REPLACE VIEW deskpulse.order_troubles AS
SELECT
    shop_id,
    detected_day AS day,
    order_id,
    trouble_id,
    buyer_id,
    kind,
    detected_at,
    first_contact_at,
    multiIf(
        isNull(first_contact_at), NULL,
        contacted_by_shop, nullIf(toString(contact_account), ''),
        'BUYER') AS first_contact_by,
    if(isNull(first_contact_at), NULL, contacted_by_shop) AS proactive,
    fixed_at
FROM deskpulse.order_trouble_facts FINAL;
