-- Which bad days leave a trailing window when, and what is left of the rate then?

--| Days with misses, and when they leave the trailing window: one row per shop, day, rule, version and window.
--| leaves_on = first day whose window no longer holds the day; numerator_after / denominator_after = that window as far
--| as its days are known.
CREATE OR REPLACE VIEW deskpulse.score_window_exits AS
SELECT
    shop_id,
    day,
    rule_id,
    version,
    window_days,
    numerator,
    denominator,
    leaves_on,
    numerator_after,
    denominator_after
FROM deskpulse.score_window_exits_between(from_day = '1970-01-02', to_day = '2149-06-06');
