-- What became of each ticket, and which of its events came with two contents?
-- One row per shop and ticket, not partitioned: a partition must be a function of the key, which no single
-- event but the opening ties to a day; the index on day prunes instead, as ids grow with time.
--
-- The rows move to a table of the new form, which takes the old one's name while jobs go on writing. What an
-- attempt that broke off left behind, in either form, is taken in first, so that the file may be repeated from
-- any statement on. Both forms have the same columns in the same order, as either may be copied into the other.
ALTER TABLE deskpulse.ticket_facts
    ADD COLUMN IF NOT EXISTS is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    ADD COLUMN IF NOT EXISTS superseded UInt32
        COMMENT 'deliveries not kept, as another has their event id, count: of the ticket',
    ADD COLUMN IF NOT EXISTS superseded_example String COMMENT 'event id of one of them; empty when there is none';

CREATE TABLE IF NOT EXISTS deskpulse.ticket_facts_v2 AS deskpulse.ticket_facts;

INSERT INTO deskpulse.ticket_facts SELECT * FROM deskpulse.ticket_facts_v2 SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.ticket_facts_v2 SYNC;

CREATE TABLE deskpulse.ticket_facts_v2
(
    shop_id String COMMENT 'shop',
    ticket_id String COMMENT 'ticket, unique within the shop',
    version UInt64 COMMENT 'number of distinct deliveries of events of the ticket that this row knows',
    day Date COMMENT 'calendar day of the opening in the zone of the shop; of the first event while none is known',
    buyer_id String COMMENT 'keyed hash of the buyer',
    order_id String COMMENT 'order it is about; empty when unknown',
    conversation_id String COMMENT 'conversation it came from; empty when unknown',
    sku_id String COMMENT 'product it is about; empty when unknown',
    category String COMMENT 'kind of case; empty while no opening is known',
    priority String COMMENT 'urgency at the opening; empty while no opening is known',
    complaint Bool COMMENT 'opened as a complaint; false while no opening is known',
    reason String COMMENT 'why it was opened; empty when unknown',
    first_event_at DateTime64(3, 'UTC') COMMENT 'first event known',
    last_event_at DateTime64(3, 'UTC') COMMENT 'last event known',
    opened_at Nullable(DateTime64(3, 'UTC')) COMMENT 'opening; null while none is known',
    status String COMMENT 'OPEN, PAUSED, RESOLVED, CLOSED or MERGED',
    assignee String COMMENT 'account last made responsible; empty when none was',
    assignments UInt32 COMMENT 'times an account was made responsible, count',
    resolved Bool COMMENT 'resolved, and not reopened since',
    first_resolved_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first resolution',
    last_resolved_at Nullable(DateTime64(3, 'UTC')) COMMENT 'last resolution, be it taken back since',
    resolved_by String
        COMMENT 'strongest word for the last resolution: BUYER, AGENT or SYSTEM; empty when there is none',
    resolving_agent String COMMENT 'account credited with the last resolution; empty when nobody was involved',
    reopens UInt32 COMMENT 'transitions from resolved or closed to open, count',
    last_reopened_at Nullable(DateTime64(3, 'UTC')) COMMENT 'last of those',
    closed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'since when it is closed; null while it is not',
    ended_at Nullable(DateTime64(3, 'UTC'))
        COMMENT 'since when it is resolved or closed; null while it is open or paused',
    first_reply_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first reply the buyer could see, at or after the opening',
    last_reply_at Nullable(DateTime64(3, 'UTC')) COMMENT 'last reply the buyer could see',
    first_replied_by String COMMENT 'account that sent the first of them; empty when there is none',
    public_replies UInt32 COMMENT 'replies the buyer could see, at or after the opening, count',
    internal_notes UInt32 COMMENT 'replies the buyer could not see, count',
    first_reply_target_ms Nullable(Int64)
        COMMENT 'business time from the opening to the first reply, ms; null = no target',
    first_reply_breach_at Nullable(DateTime64(3, 'UTC'))
        COMMENT 'last instant at which the first reply is on time, written at the opening; never moves',
    reply_breach_at Nullable(DateTime64(3, 'UTC'))
        COMMENT 'last instant at which the reply owed is on time; anew with each reply, reopen, resumption',
    late_replies UInt32 COMMENT 'public replies that came after they were due, count',
    sla_policy String COMMENT 'policy at the opening; empty while no opening is known',
    resolution_target_ms Nullable(Int64)
        COMMENT 'business time from the opening to the resolution, ms; null = no target',
    resolution_breach_at Nullable(DateTime64(3, 'UTC'))
        COMMENT 'last instant at which a resolution is on time; null while paused and not missed; once missed it stays',
    resolution_left_ms Nullable(Int64)
        COMMENT 'business time left when the clock last started or stopped, ms; null = no target',
    requester_wait_ms Int64 COMMENT 'time not paused, resolved or closed, up to the last stop of the clock, ms',
    business_wait_ms Int64 COMMENT 'the same in business time of the policy, ms',
    waiting_since Nullable(DateTime64(3, 'UTC')) COMMENT 'since when the clock runs; null while it stands',
    escalations UInt32 COMMENT 'escalations, count',
    escalated_to String
        COMMENT 'whom the last one went to: SUPERVISOR, DEPARTMENT or PLATFORM; empty when there is none',
    intervened_at Nullable(DateTime64(3, 'UTC'))
        COMMENT 'when the platform first came in, by an escalation to it or its ruling',
    ruled_at Nullable(DateTime64(3, 'UTC')) COMMENT 'last ruling of the platform',
    ruled_for String COMMENT 'whom it favours: BUYER or SELLER; empty when there is none',
    solution String COMMENT 'solution last agreed; empty when there is none',
    solution_fen Nullable(Int64) COMMENT 'what it costs the shop, fen; null when nothing or unknown',
    solution_agreed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'when it was agreed',
    solution_due_at Nullable(DateTime64(3, 'UTC')) COMMENT 'when it was to be done; null when open-ended',
    solution_done_at Nullable(DateTime64(3, 'UTC')) COMMENT 'when it was first said to be done',
    evidence UInt32 COMMENT 'pieces of evidence, count',
    first_evidence_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first piece of evidence',
    defects UInt32 COMMENT 'defects of products noted, count',
    anomalies Array(String) COMMENT 'what cannot be, by name; see the view tickets',
    `spells.opened_at` Array(DateTime64(3, 'UTC'))
        COMMENT 'beginnings of the times it was open or paused: its opening (else the first event), each reopening',
    `spells.ended_at` Array(Nullable(DateTime64(3, 'UTC')))
        COMMENT 'their ends, each a resolution or a close; null while there is none',
    `assignees.at` Array(DateTime64(3, 'UTC')) COMMENT 'when another account became responsible, in order',
    `assignees.account` Array(String) COMMENT 'that account; empty when nobody did',
    public_reply_seconds_sum Nullable(Int64)
        COMMENT 'seconds for which the public replies had been owed when they came, all together; null in older rows',
    merged_into String COMMENT 'ticket that goes on with it; empty when it was merged into none',
    merged_at Nullable(DateTime64(3, 'UTC')) COMMENT 'when it was merged; null when it was not',
    buyer_reopened_at Array(DateTime64(3, 'UTC'))
        DEFAULT if(isNull(last_reopened_at), [], [assumeNotNull(last_reopened_at)])
        COMMENT 'when the buyer, or nobody knows who, opened it again after its end or merge, in order',
    is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    superseded UInt32 COMMENT 'deliveries not kept, as another has their event id, count: of the ticket',
    superseded_example String COMMENT 'event id of one of them; empty when there is none',
    INDEX days day TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (shop_id, ticket_id)
COMMENT 'Facts of one ticket. Written at least once, read with FINAL through the views.';

INSERT INTO deskpulse.ticket_facts_v2 SELECT * FROM deskpulse.ticket_facts SETTINGS max_partitions_per_insert_block = 0;

EXCHANGE TABLES deskpulse.ticket_facts AND deskpulse.ticket_facts_v2;

-- Inserts that began before the exchange end in the old table: they get their time, then all is copied once
-- more.
SELECT sleepEachRow(3) FROM (SELECT 1 FROM deskpulse.ticket_facts_v2 LIMIT 1);

INSERT INTO deskpulse.ticket_facts SELECT * FROM deskpulse.ticket_facts_v2 SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.ticket_facts_v2 SYNC;
