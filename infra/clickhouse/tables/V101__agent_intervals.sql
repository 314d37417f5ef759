-- Who was at work when, and who was planned to be? Storage of the views of working time.
-- One row per event of an account: what it began, on the day it begins. The writer repeats rows; the highest version is
-- the row of the most complete set of events, and equal versions are equal rows.
CREATE TABLE IF NOT EXISTS deskpulse.agent_intervals
(
    shop_id String COMMENT 'shop',
    day Date COMMENT 'calendar day in the time zone of the shop on which the interval begins',
    agent_id String COMMENT 'account, unique within the shop',
    event_id String COMMENT 'event that began or planned it',
    version UInt64 COMMENT 'distinct deliveries of events of the account, count',
    is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    superseded UInt32 COMMENT 'deliveries not kept, as another has their event id, count',
    superseded_example String COMMENT 'event id of one of them; empty when there is none',
    kind String COMMENT 'ONLINE, SUSPENDED (on line, takes no contact), OFFLINE or PLANNED',
    from_at DateTime64(3, 'UTC') COMMENT 'begin',
    until_at Nullable(DateTime64(3, 'UTC')) COMMENT 'next presence event, or end of the shift; null = none is known',
    believed_until_at DateTime64(3, 'UTC')
        COMMENT 'without a next event nobody is believed to be on line for longer; end of what counts of a shift',
    day_ends_at DateTime64(3, 'UTC') COMMENT 'end of the day on the clock of the shop'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toMonday(day)
ORDER BY (shop_id, day, agent_id, event_id)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1
COMMENT 'Presence and shifts of accounts. Written at least once, read with FINAL through the views.';
