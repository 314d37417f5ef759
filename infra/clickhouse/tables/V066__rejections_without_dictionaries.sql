-- Which events were refused, why, and where do their original bytes lie?
-- One row per refused event, without the dictionaries of LowCardinality, which every insert builds anew.
--
-- The rows move to a table of the new form, which takes the old one's name while jobs go on writing. What an
-- attempt that broke off left behind, in either form, is taken in first, so that the file may be repeated from
-- any statement on.
CREATE TABLE IF NOT EXISTS deskpulse.rejections_v2 AS deskpulse.rejections;

INSERT INTO deskpulse.rejections SELECT * FROM deskpulse.rejections_v2 SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.rejections_v2 SYNC;

CREATE TABLE deskpulse.rejections_v2
(
    source_topic String COMMENT 'topic the event came from; file:NAME for a line of an imported file',
    source_partition Int32 COMMENT 'partition there; 0 for a file',
    source_offset Int64 COMMENT 'offset there; the line number for a file',
    rejected_at DateTime64(3, 'UTC') COMMENT 'when the dead letter reached its topic',
    reason String
        COMMENT 'UNDECODABLE, UNKNOWN_SCHEMA, MALFORMED_LINE, MISSING_FIELD, IMPOSSIBLE_VALUE, IN_FUTURE or TOO_LATE',
    detail String COMMENT 'which field, what was expected; free of personal data',
    dead_letter_partition Int32 COMMENT 'partition of the dead letter, which holds the original bytes',
    dead_letter_offset Int64 COMMENT 'offset of the dead letter',
    shop_id String COMMENT 'shop, from the key of the message; empty when it tells none'
)
ENGINE = ReplacingMergeTree(dead_letter_offset)
PARTITION BY tuple()
ORDER BY (source_topic, source_partition, source_offset, reason)
COMMENT 'One row per refused event. A retried rejection replaces itself. Read with FINAL through rejected_events.';

INSERT INTO deskpulse.rejections_v2 SELECT * FROM deskpulse.rejections SETTINGS max_partitions_per_insert_block = 0;

EXCHANGE TABLES deskpulse.rejections AND deskpulse.rejections_v2;

-- Inserts that began before the exchange end in the old table: they get their time, then all is copied once
-- more.
SELECT sleepEachRow(3) FROM (SELECT 1 FROM deskpulse.rejections_v2 LIMIT 1);

INSERT INTO deskpulse.rejections SELECT * FROM deskpulse.rejections_v2 SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.rejections_v2 SYNC;
