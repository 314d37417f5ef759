-- Which calls were there, and what was promised?
-- One row per shop and conversation that is a call or in which something was promised or kept; not partitioned,
-- as ticket_facts.
--
-- The rows move to a table of the new form, which takes the old one's name while jobs go on writing. What an
-- attempt that broke off left behind, in either form, is taken in first, so that the file may be repeated from
-- any statement on. Both forms have the same columns in the same order, as either may be copied into the other.
ALTER TABLE deskpulse.contact_facts
    ADD COLUMN IF NOT EXISTS is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    ADD COLUMN IF NOT EXISTS superseded UInt32
        COMMENT 'deliveries not kept, as another has their event id, count: of calls and promises',
    ADD COLUMN IF NOT EXISTS superseded_example String COMMENT 'event id of one of them; empty when there is none';

CREATE TABLE IF NOT EXISTS deskpulse.contact_facts_v2 AS deskpulse.contact_facts;

INSERT INTO deskpulse.contact_facts SELECT * FROM deskpulse.contact_facts_v2
SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.contact_facts_v2 SYNC;

CREATE TABLE deskpulse.contact_facts_v2
(
    shop_id String COMMENT 'shop',
    conversation_id String COMMENT 'conversation, unique within the shop',
    version UInt64
        COMMENT 'number of distinct deliveries of events of calls and promises in the conversation that this row knows',
    day Date COMMENT 'calendar day of the first of them in the time zone of the shop',
    buyer_id String COMMENT 'keyed hash of the buyer',
    channel String COMMENT 'CHAT, PHONE or VIDEO',
    first_event_at DateTime64(3, 'UTC') COMMENT 'first of these events',
    last_event_at DateTime64(3, 'UTC') COMMENT 'last of these events',
    has_call Bool COMMENT 'the conversation is a call',
    direction String COMMENT 'INBOUND or OUTBOUND; empty when no ringing is known',
    consent Nullable(Bool) COMMENT 'whether the buyer had agreed to be called; null when not recorded',
    rang_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first ring',
    answered_at Nullable(DateTime64(3, 'UTC')) COMMENT 'answer; null when there was none',
    answered_by String COMMENT 'account that answered; empty when nobody did',
    released_at Nullable(DateTime64(3, 'UTC')) COMMENT 'last release of the line',
    released_by String COMMENT 'who hung up: BUYER, AGENT or SYSTEM; empty while nobody did',
    cause String COMMENT 'why the line was closed; empty while it is not',
    wrapped_up_at Nullable(DateTime64(3, 'UTC')) COMMENT 'end of the work after the call',
    wrapped_up_by String COMMENT 'account that did it; empty when nobody did',
    problem String COMMENT 'what the call was about, code of the shop; empty when it was not wrapped up',
    solution String COMMENT 'what was done about it, code of the shop; empty when it was not wrapped up',
    follow_up_due_at Nullable(DateTime64(3, 'UTC')) COMMENT 'when a follow-up is due; null when none is',
    anomalies Array(String) COMMENT 'what cannot be in a call, by name; see the view calls',
    `promises.promise_id` Array(String)
        COMMENT 'promises made or kept here, in the order of their first mention; unique within the shop',
    `promises.day` Array(Date)
        COMMENT 'calendar day of the making in the time zone of the shop; of the keeping when it was made elsewhere',
    `promises.account` Array(String) COMMENT 'account that owes it; empty when it was made elsewhere',
    `promises.kind` Array(String) COMMENT 'FOLLOW_UP or CALL_BACK; empty when it was made elsewhere',
    `promises.made_at` Array(Nullable(DateTime64(3, 'UTC')))
        COMMENT 'when it was made; null when it was made elsewhere',
    `promises.due_at` Array(Nullable(DateTime64(3, 'UTC'))) COMMENT 'when it is due; null when it was made elsewhere',
    `promises.kept_at` Array(Nullable(DateTime64(3, 'UTC')))
        COMMENT 'when it was first kept; null when it was not kept here',
    `legs.account` Array(String)
        DEFAULT if(isNotNull(answered_at) AND ifNull(released_at >= answered_at, true), [answered_by], [])
        COMMENT 'stretches of talk, in order: account that held the line',
    `legs.from_at` Array(DateTime64(3, 'UTC'))
        DEFAULT if(
            isNotNull(answered_at) AND ifNull(released_at >= answered_at, true), [assumeNotNull(answered_at)], [])
        COMMENT 'answer or transfer',
    `legs.until_at` Array(Nullable(DateTime64(3, 'UTC')))
        DEFAULT if(isNotNull(answered_at) AND ifNull(released_at >= answered_at, true), [released_at], [])
        COMMENT 'transfer, answer of a colleague, or release; null while the account talks',
    is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    superseded UInt32 COMMENT 'deliveries not kept, as another has their event id, count: of calls and promises',
    superseded_example String COMMENT 'event id of one of them; empty when there is none',
    INDEX days day TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (shop_id, conversation_id)
COMMENT 'Call and promises of one conversation. Written at least once, read with FINAL through the views.';

INSERT INTO deskpulse.contact_facts_v2 SELECT * FROM deskpulse.contact_facts
SETTINGS max_partitions_per_insert_block = 0;

EXCHANGE TABLES deskpulse.contact_facts AND deskpulse.contact_facts_v2;

-- Inserts that began before the exchange end in the old table: they get their time, then all is copied once
-- more.
SELECT sleepEachRow(3) FROM (SELECT 1 FROM deskpulse.contact_facts_v2 LIMIT 1);

INSERT INTO deskpulse.contact_facts SELECT * FROM deskpulse.contact_facts_v2
SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.contact_facts_v2 SYNC;
