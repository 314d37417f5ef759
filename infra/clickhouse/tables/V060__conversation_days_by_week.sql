-- What did each conversation do on each day of its shop, and which rows were taken back since?
-- One row per shop, day and conversation. The writer repeats rows; the highest version is the row of the most
-- complete set of deliveries, and equal versions are equal rows. A week to a partition: an insert pays for each
-- partition it touches, and ten years of imports stay near five hundred. No LowCardinality, whose dictionaries
-- every insert builds anew.
--
-- The rows move to a table of the new form, which takes the old one's name while jobs go on writing. What an
-- attempt that broke off left behind, in either form, is taken in first, so that the file may be repeated from
-- any statement on. Both forms have the same columns in the same order, as either may be copied into the other.
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    ADD COLUMN IF NOT EXISTS superseded UInt32
        COMMENT 'deliveries not kept, as another has their event id, count: of events of the day',
    ADD COLUMN IF NOT EXISTS superseded_example String COMMENT 'event id of one of them; empty when there is none';

CREATE TABLE IF NOT EXISTS deskpulse.conversation_days_v2 AS deskpulse.conversation_days;

INSERT INTO deskpulse.conversation_days SELECT * FROM deskpulse.conversation_days_v2
SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.conversation_days_v2 SYNC;

CREATE TABLE deskpulse.conversation_days_v2
(
    shop_id String COMMENT 'shop',
    day Date COMMENT 'calendar day in the time zone of the shop',
    conversation_id String COMMENT 'conversation, unique within the shop',
    version UInt64 COMMENT 'number of distinct deliveries of events of the conversation that this row knows',
    buyer_id String COMMENT 'keyed hash of the buyer',
    channel String COMMENT 'CHAT, PHONE or VIDEO',
    first_event_at DateTime64(3, 'UTC') COMMENT 'first event of the day',
    last_event_at DateTime64(3, 'UTC') COMMENT 'last event of the day',
    asked_for_human Bool COMMENT 'with people, or queued for them, at any time of the day',
    first_response_ms Nullable(Int64)
        COMMENT 'ms from the opening of the first wait of the day to its human answer; null while there is none',
    transfers UInt32 COMMENT 'transfers between accounts, count',
    handed_off Bool COMMENT 'the robot handed the buyer to people',
    closed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'last close of the day',
    closed_by String COMMENT 'who closed last; empty when nobody did',
    rating Nullable(Int8)
        COMMENT 'last rating, 0 (very good) to 4 (very bad), if it counts on this day; see the view',
    rating_source String COMMENT 'where that rating came from; empty when there is none',
    open_since Nullable(DateTime64(3, 'UTC'))
        COMMENT 'since when the buyer has been waiting for a person; null when no wait of this day is open',
    buyer_messages UInt32 COMMENT 'messages of the buyer, count',
    human_messages UInt32 COMMENT 'replies sent by people, count',
    bot_messages UInt32 COMMENT 'robot messages, supervised or not, count',
    rating_invitations UInt32 COMMENT 'times a rating was asked for, count',
    speaking_agents Array(String) COMMENT 'accounts that replied, in the order in which they first spoke',
    first_question_at Nullable(DateTime64(3, 'UTC')) COMMENT 'opening of the first human round of the day',
    first_question_second UInt32 COMMENT 'the same as seconds after local midnight, 0..86399; 0 when there is none',
    first_reply_ms Nullable(Int64)
        COMMENT 'ms from there to the first platform-valid reply, closed in between or not; null while there is none',
    `rounds.opened_at` Array(DateTime64(3, 'UTC')) COMMENT 'rounds opened this day, in order: start of the clock',
    `rounds.opened_second` Array(UInt32) COMMENT 'the same as seconds after local midnight, 0..86399',
    `rounds.handler` Array(String) COMMENT 'BOT or HUMAN',
    `rounds.account` Array(String) COMMENT 'account credited; empty while queued or with the robot',
    `rounds.answered_at` Array(Nullable(DateTime64(3, 'UTC'))) COMMENT 'answer; null when there is none',
    `rounds.reply_sender` Array(String) COMMENT 'sender of the answer; empty when there is none',
    `rounds.end_reason` Array(String) COMMENT 'HANDED_OFF, TRANSFERRED or CLOSED when it ended unanswered, else empty',
    `rounds.auto_replied` Array(Bool) COMMENT 'full automation spoke while a person was to answer',
    `rounds.buyer_messages` Array(UInt32) COMMENT 'messages of the buyer while it was open, count',
    `waits.opened_at` Array(DateTime64(3, 'UTC'))
        COMMENT 'waits opened this day, in order: the buyer begins to wait for a person',
    `waits.answered_at` Array(Nullable(DateTime64(3, 'UTC'))) COMMENT 'answer by a person; null when there is none',
    `waits.answered_day` Array(Date) COMMENT 'local day of the answer; 1970-01-01 when there is none',
    `waits.answered_by` Array(String) COMMENT 'account that answered; empty when there is none',
    `waits.closed_at` Array(Nullable(DateTime64(3, 'UTC')))
        COMMENT 'when the conversation was closed over it; null when it was not',
    `waits.account` Array(String) COMMENT 'account responsible when it opened; empty while queued',
    `handovers.wait` Array(UInt32)
        COMMENT 'changes of who is responsible while a wait of this day was open, in order: number of the wait, from 1',
    `handovers.at` Array(DateTime64(3, 'UTC')) COMMENT 'when',
    `handovers.account` Array(String)
        COMMENT 'account responsible from then on; empty when the buyer went to the queue',
    buyer_contacts_at Array(DateTime64(3, 'UTC'))
        COMMENT 'when the buyer turned to the shop, in order: messages, requests for a person; empty in older rows',
    rating_returned Bool DEFAULT isNotNull(rating) AND rating_invitations > 0
        COMMENT 'the rating answers an invitation of this day',
    stray_robot_messages UInt32 DEFAULT 0
        COMMENT 'messages of full automation while no robot had been opened in the conversation, count',
    last_reply_at Nullable(DateTime64(3, 'UTC'))
        COMMENT 'last platform-valid reply of the day; null when there is none, and in older rows',
    is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    superseded UInt32 COMMENT 'deliveries not kept, as another has their event id, count: of events of the day',
    superseded_example String COMMENT 'event id of one of them; empty when there is none'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toMonday(day)
ORDER BY (shop_id, day, conversation_id)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1
COMMENT 'Facts of one conversation on one day. Written at least once, read with FINAL through the views.';

INSERT INTO deskpulse.conversation_days_v2 SELECT * FROM deskpulse.conversation_days
SETTINGS max_partitions_per_insert_block = 0;

EXCHANGE TABLES deskpulse.conversation_days AND deskpulse.conversation_days_v2;

-- Inserts that began before the exchange end in the old table: they get their time, then all is copied once
-- more.
SELECT sleepEachRow(3) FROM (SELECT 1 FROM deskpulse.conversation_days_v2 LIMIT 1);

INSERT INTO deskpulse.conversation_days SELECT * FROM deskpulse.conversation_days_v2
SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.conversation_days_v2 SYNC;
