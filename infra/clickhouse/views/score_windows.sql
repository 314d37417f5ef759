-- Where does a rate stand over a trailing window, as platforms judge it?

--| Rate of a shop over the window_days days that end with day, one row per shop, day, rule, version and window; score =
--| numerator / denominator. Days to come show what the known days leave of them; a day whose window holds nothing has
--| no row.
CREATE OR REPLACE VIEW deskpulse.score_windows AS
SELECT shop_id, day, rule_id, version, window_days, numerator, denominator
FROM deskpulse.score_windows_between(from_day = '1970-01-02', to_day = '2149-06-06');
