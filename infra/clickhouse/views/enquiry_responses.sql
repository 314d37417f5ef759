-- Do buyers who get an answer sooner buy more often?

--| Enquiries, one row per buyer and day as in enquiries. first_response_ms = length of the first wait that the buyer
--| began that day, in ms, null when no person answered it (a supervised robot may have). band 1 to 6 orders band_name;
--| limits belong to the faster band.
CREATE OR REPLACE VIEW deskpulse.enquiry_responses AS
SELECT
    e.shop_id AS shop_id,
    e.day AS day,
    e.buyer_id AS buyer_id,
    e.consulted_at AS consulted_at,
    e.accounts AS accounts,
    e.is_enquirer AS is_enquirer,
    e.ordered_same_day AS ordered_same_day,
    e.paid_same_day AS paid_same_day,
    e.paid_next_day AS paid_next_day,
    tupleElement(w.first_response, 1) AS first_response_ms,
    multiIf(
        isNull(first_response_ms), 6,
        first_response_ms <= 30000, 1,
        first_response_ms <= 60000, 2,
        first_response_ms <= 180000, 3,
        first_response_ms <= 600000, 4,
        5) AS band,
    ['up to 30 s', '30 s to 1 min', '1 to 3 min', '3 to 10 min', 'over 10 min', 'no person answered'][band] AS band_name
FROM deskpulse.enquiries AS e
LEFT JOIN
(
    SELECT shop_id, day, buyer_id, argMin(tuple(first_response_ms), `waits.opened_at`[1]) AS first_response
    FROM deskpulse.conversation_days FINAL
    WHERE notEmpty(`waits.opened_at`)
    GROUP BY shop_id, day, buyer_id
) AS w ON e.shop_id = w.shop_id AND e.day = w.day AND e.buyer_id = w.buyer_id;
