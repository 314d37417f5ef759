-- Which rules score the facts, and since when? A rule is data: insert a row with another version to score history anew.
CREATE TABLE IF NOT EXISTS deskpulse.metric_rules
(
    rule_id LowCardinality(String) COMMENT 'name of the rule',
    version LowCardinality(String) COMMENT 'version of the rule; versions stand side by side',
    valid_from Date COMMENT 'first local day the rule is applied to',
    valid_to Date COMMENT 'first local day it is no longer applied to',
    facts LowCardinality(String) COMMENT 'what is scored: ROUNDS, CONVERSATIONS, BUYERS, FIRST_WAITS, WAITS, RATINGS, and the facts of tickets, calls, promises and orders',
    measure LowCardinality(String) COMMENT 'ROUNDS: WITHIN, CAPPED_SUM or SUM; CONVERSATIONS: FIRST_WITHIN or ALL_WITHIN; BUYERS: ALL_WITHIN; waits: QUANTILES; RATINGS: SATISFIED; other facts name their own',
    window_from_s UInt32 COMMENT 'first second after local midnight at which a question counts',
    window_to_s UInt32 COMMENT 'last such second, inclusive',
    limit_ms Nullable(Int64) COMMENT 'longest response that is on time, ms, inclusive',
    cap_ms Nullable(Int64) COMMENT 'CAPPED_SUM: the most a round costs, ms; an unanswered round costs this',
    min_response_ms Int64 COMMENT 'SUM: shorter responses are left out, ms',
    human_valid_only Bool COMMENT 'count only replies sent by people',
    worst_good_score Nullable(Int8) COMMENT 'SATISFIED: ratings up to this one are good',
    source String COMMENT 'where the rule comes from'
)
ENGINE = ReplacingMergeTree
ORDER BY (rule_id, version)
COMMENT 'Rules of the scores view. The seeds apply to all history, since platforms do not publish from when a rule held.';

INSERT INTO deskpulse.metric_rules
    (rule_id, version, valid_from, valid_to, facts, measure, window_from_s, window_to_s, limit_ms, cap_ms, min_response_ms, human_valid_only, worst_good_score, source)
VALUES
    ('tb.resp3m', '1', '1970-01-01', '2149-06-06', 'ROUNDS', 'WITHIN', 28800, 82799, 180000, NULL, 0, false, NULL, 'Taobao/Tmall: rounds answered within three minutes, 08:00:00-22:59:59'),
    ('tb.avg_response', '2022', '1970-01-01', '2149-06-06', 'ROUNDS', 'CAPPED_SUM', 28800, 82799, NULL, 600000, 0, false, NULL, 'Taobao/Tmall 2022: mean response, at most 600 s a round, unanswered rounds at 600 s'),
    ('tb.avg_response', '2022b', '1970-01-01', '2149-06-06', 'ROUNDS', 'SUM', 28800, 82799, NULL, NULL, 1000, true, NULL, 'Taobao/Tmall 2022, second reading: mean response of people, 0-second and unanswered rounds left out'),
    ('jd.first30s', '1', '1970-01-01', '2149-06-06', 'CONVERSATIONS', 'FIRST_WITHIN', 32400, 82799, 30000, NULL, 0, false, NULL, 'JD: first reply within 30 s, first question 09:00:00-22:59:59'),
    ('dy.resp3m', '1', '1970-01-01', '2149-06-06', 'CONVERSATIONS', 'ALL_WITHIN', 28800, 82799, 180000, NULL, 0, false, NULL, 'Douyin: every reply within three minutes, first question 08:00:00-22:59:59'),
    ('pdd.valid_reply', '1', '1970-01-01', '2149-06-06', 'BUYERS', 'ALL_WITHIN', 28800, 82799, 3600000, NULL, 0, false, NULL, 'Pinduoduo: buyers of a day, 08-23, with no question unanswered or answered after an hour'),
    ('cx.frt', '1', '1970-01-01', '2149-06-06', 'FIRST_WAITS', 'QUANTILES', 0, 86399, NULL, NULL, 0, true, NULL, 'First response time, by the time of the reply'),
    ('cx.reply_time', '1', '1970-01-01', '2149-06-06', 'WAITS', 'QUANTILES', 0, 86399, NULL, NULL, 0, true, NULL, 'Reply time, by the time of the reply; open waits apart'),
    ('sat', '1', '1970-01-01', '2149-06-06', 'RATINGS', 'SATISFIED', 0, 86399, NULL, NULL, 0, false, 1, 'Satisfaction: ratings 0 and 1 of 0 (very good) to 4');
