-- Which order showed which defect of which product?
-- An order is defective once, however often it is said: by complaints of several reasons, and by notes in tickets.

--| Cases, one row per product, attribute and order (ticket, where no order is known): complaints for reasons of quality
--| whose product is known and that were not taken back, and defects noted. attribute = what is wrong: an attribute of
--| the taxonomy, the reason where the words name none. first_at, day, buyer_id, reason = of the first that says so;
--| signed_at = when the line was delivered before it, null when unknown; tickets, conversations = that tell of it;
--| severity = of the latest note; quote = the buyer's words, redacted, where the shop keeps them; returned = a refund
--| that was asked for is the first that says so of one of its reasons.
CREATE OR REPLACE VIEW deskpulse.defect_cases AS
SELECT
    shop_id,
    argMin(said_day, said_at) AS day,
    sku_id,
    attribute,
    about,
    nullIf(any(order_id), '') AS order_id,
    min(said_at) AS first_at,
    argMin(buyer_id, said_at) AS buyer_id,
    nullIf(argMinIf(reason, said_at, reason != ''), '') AS reason,
    minOrNull(signed_at) AS signed_at,
    arraySort(groupUniqArrayIf(ticket_id, ticket_id != '')) AS tickets,
    arraySort(groupUniqArrayIf(conversation_id, conversation_id != '')) AS conversations,
    nullIf(argMaxIf(severity, said_at, severity != ''), '') AS severity,
    nullIf(argMinIf(quote, said_at, quote != ''), '') AS quote,
    max(source = 'REFUND') AS returned
FROM
(
    SELECT
        shop_id,
        complaint_day AS said_day,
        complaint_sku AS sku_id,
        if(complaint_attribute = '', complaint_reason, complaint_attribute) AS attribute,
        if(order_id = '', concat('t:', complaint_ticket), concat('o:', order_id)) AS about,
        order_id,
        complained_at AS said_at,
        complaint_buyer AS buyer_id,
        complaint_reason AS reason,
        signed_at,
        complaint_ticket AS ticket_id,
        complaint_conversation AS conversation_id,
        '' AS severity,
        quotes[place] AS quote,
        toString(complaint_source) AS source
    FROM deskpulse.complaint_rows
    WHERE complaint_sku != ''
        AND isNull(taken_back_at)
        AND complaint_reason IN (SELECT code FROM deskpulse.complaint_words FINAL WHERE kind = 'quality')

    UNION ALL

    SELECT
        shop_id,
        day,
        sku_id,
        attribute,
        if(isNull(order_id), concat('t:', ticket_id), concat('o:', assumeNotNull(order_id))),
        ifNull(order_id, ''),
        noted_at,
        buyer_id,
        '',
        if(ifNull(signed_at <= noted_at, false), signed_at, NULL),
        ticket_id,
        '',
        ifNull(severity, ''),
        '',
        ''
    FROM deskpulse.defect_notes
    WHERE attribute != ''
)
GROUP BY shop_id, sku_id, attribute, about;
