-- Which events were refused, why, and where do their original bytes lie?
CREATE TABLE IF NOT EXISTS deskpulse.rejections
(
    source_topic LowCardinality(String) COMMENT 'topic the event came from; file:NAME for a line of an imported file',
    source_partition Int32 COMMENT 'partition there; 0 for a file',
    source_offset Int64 COMMENT 'offset there; the line number for a file',
    rejected_at DateTime64(3, 'UTC') COMMENT 'when the dead letter reached its topic',
    reason LowCardinality(String) COMMENT 'UNDECODABLE, UNKNOWN_SCHEMA, MALFORMED_LINE, MISSING_FIELD, IMPOSSIBLE_VALUE, IN_FUTURE or TOO_LATE',
    detail String COMMENT 'which field, what was expected; free of personal data',
    dead_letter_partition Int32 COMMENT 'partition of the dead letter, which holds the original bytes',
    dead_letter_offset Int64 COMMENT 'offset of the dead letter',
    shop_id LowCardinality(String) COMMENT 'shop, from the key of the message; empty when it tells none'
)
ENGINE = ReplacingMergeTree(dead_letter_offset)
PARTITION BY tuple()
ORDER BY (source_topic, source_partition, source_offset, reason)
COMMENT 'One row per refused event. A retried rejection replaces itself. Read with FINAL through rejected_events.';
