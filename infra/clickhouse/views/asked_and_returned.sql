-- What do buyers ask about before the sale, and send back for it after?

--| Products by day of delivery, one row per shop, day, product and attribute that was asked about or complained of.
--| orders = lines of the product delivered that day whose order is known to be paid; asked = of them with a question
--| about the attribute before (view asked_before); returned = with a case of the attribute (view defect_cases) and a
--| refund asked for or paid; asked_returned = both; cases, asked_cases = the same of cases, sent back or not. Compare
--| asked_returned / asked with (returned - asked_returned) / (orders - asked). Over several days add up each, and take
--| orders from signed_lines, as a day without a question and a case has no row here.
CREATE OR REPLACE VIEW deskpulse.asked_and_returned AS
SELECT * FROM deskpulse.asked_and_returned_between(from_day = '1970-01-01', to_day = '2149-01-01');
