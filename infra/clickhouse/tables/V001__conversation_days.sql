-- What did each conversation do on each day of its shop? Storage of the views conversations, rounds and waits.
-- One row per shop, day and conversation. The writer repeats rows; the highest version is the row of the most complete set of
-- events, and equal versions are equal rows. Column order is the writer's binary order: add columns at the end only.
CREATE TABLE IF NOT EXISTS deskpulse.conversation_days
(
    shop_id LowCardinality(String) COMMENT 'shop',
    day Date COMMENT 'calendar day in the time zone of the shop',
    conversation_id String COMMENT 'conversation, unique within the shop',
    version UInt64 COMMENT 'number of distinct events of the conversation that this row knows',
    buyer_id String COMMENT 'keyed hash of the buyer',
    channel LowCardinality(String) COMMENT 'CHAT, PHONE or VIDEO',
    first_event_at DateTime64(3, 'UTC') COMMENT 'first event of the day',
    last_event_at DateTime64(3, 'UTC') COMMENT 'last event of the day',
    asked_for_human Bool COMMENT 'with people, or queued for them, at any time of the day',
    first_response_ms Nullable(Int64) COMMENT 'ms from the opening of the first wait of the day to its human answer; null while there is none',
    transfers UInt32 COMMENT 'transfers between accounts, count',
    handed_off Bool COMMENT 'the robot handed the buyer to people',
    closed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'last close of the day',
    closed_by LowCardinality(String) COMMENT 'who closed last; empty when nobody did',
    rating Nullable(Int8) COMMENT 'last rating of the day, 0 (very good) to 4 (very bad)',
    rating_source LowCardinality(String) COMMENT 'where that rating came from; empty when there is none',
    open_since Nullable(DateTime64(3, 'UTC')) COMMENT 'since when the buyer has been waiting for a person; null when no wait of this day is open',
    buyer_messages UInt32 COMMENT 'messages of the buyer, count',
    human_messages UInt32 COMMENT 'replies sent by people, count',
    bot_messages UInt32 COMMENT 'robot messages, supervised or not, count',
    rating_invitations UInt32 COMMENT 'times a rating was asked for, count',
    speaking_agents Array(LowCardinality(String)) COMMENT 'accounts that replied, in the order in which they first spoke',
    first_question_at Nullable(DateTime64(3, 'UTC')) COMMENT 'opening of the first human round of the day',
    first_question_second UInt32 COMMENT 'the same as seconds after local midnight, 0..86399; 0 when there is none',
    first_reply_ms Nullable(Int64) COMMENT 'ms from there to the first platform-valid reply by anyone; null while there is none',
    `rounds.opened_at` Array(DateTime64(3, 'UTC')) COMMENT 'rounds opened this day, in order: start of the clock',
    `rounds.opened_second` Array(UInt32) COMMENT 'the same as seconds after local midnight, 0..86399',
    `rounds.handler` Array(LowCardinality(String)) COMMENT 'BOT or HUMAN',
    `rounds.account` Array(LowCardinality(String)) COMMENT 'account credited; empty while queued or with the robot',
    `rounds.answered_at` Array(Nullable(DateTime64(3, 'UTC'))) COMMENT 'answer; null when there is none',
    `rounds.reply_sender` Array(LowCardinality(String)) COMMENT 'sender of the answer; empty when there is none',
    `rounds.end_reason` Array(LowCardinality(String)) COMMENT 'HANDED_OFF, TRANSFERRED or CLOSED when it ended unanswered, else empty',
    `rounds.auto_replied` Array(Bool) COMMENT 'full automation spoke while a person was to answer',
    `rounds.buyer_messages` Array(UInt32) COMMENT 'messages of the buyer while it was open, count',
    `waits.opened_at` Array(DateTime64(3, 'UTC')) COMMENT 'waits opened this day, in order: the buyer begins to wait for a person',
    `waits.answered_at` Array(Nullable(DateTime64(3, 'UTC'))) COMMENT 'answer by a person; null when there is none',
    `waits.answered_day` Array(Date) COMMENT 'local day of the answer; 1970-01-01 when there is none',
    `waits.answered_by` Array(LowCardinality(String)) COMMENT 'account that answered; empty when there is none',
    `waits.closed_at` Array(Nullable(DateTime64(3, 'UTC'))) COMMENT 'when the conversation was closed over it; null when it was not',
    `waits.account` Array(LowCardinality(String)) COMMENT 'account responsible when it opened; empty while queued',
    `handovers.wait` Array(UInt32) COMMENT 'changes of who is responsible while a wait of this day was open, in order: number of the wait, from 1',
    `handovers.at` Array(DateTime64(3, 'UTC')) COMMENT 'when',
    `handovers.account` Array(LowCardinality(String)) COMMENT 'account responsible from then on; empty when the buyer went to the queue'
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY day
ORDER BY (shop_id, day, conversation_id)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1
COMMENT 'Facts of one conversation on one day. Written at least once, read with FINAL through the views.';
