-- Which rules score the facts, and since when?
-- A rule is data: add another version to score history anew. The rules that come with the build are files of rules/.
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
