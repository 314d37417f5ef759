-- Which calls were there, and what was promised? Storage of the views calls and promises.
-- One row per shop and conversation that is a call or in which something was promised or kept; versions, order of columns and the
-- want of partitions as in ticket_facts.
CREATE TABLE IF NOT EXISTS deskpulse.contact_facts
(
    shop_id LowCardinality(String) COMMENT 'shop',
    conversation_id String COMMENT 'conversation, unique within the shop',
    version UInt64 COMMENT 'number of distinct events of calls and promises in the conversation that this row knows',
    day Date COMMENT 'calendar day of the first of them in the time zone of the shop',
    buyer_id String COMMENT 'keyed hash of the buyer',
    channel LowCardinality(String) COMMENT 'CHAT, PHONE or VIDEO',
    first_event_at DateTime64(3, 'UTC') COMMENT 'first of these events',
    last_event_at DateTime64(3, 'UTC') COMMENT 'last of these events',
    has_call Bool COMMENT 'the conversation is a call',
    direction LowCardinality(String) COMMENT 'INBOUND or OUTBOUND; empty when no ringing is known',
    consent Nullable(Bool) COMMENT 'whether the buyer had agreed to be called; null when not recorded',
    rang_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first ring',
    answered_at Nullable(DateTime64(3, 'UTC')) COMMENT 'answer; null when there was none',
    answered_by LowCardinality(String) COMMENT 'account that answered; empty when nobody did',
    released_at Nullable(DateTime64(3, 'UTC')) COMMENT 'last release of the line',
    released_by LowCardinality(String) COMMENT 'who hung up: BUYER, AGENT or SYSTEM; empty while nobody did',
    cause LowCardinality(String) COMMENT 'why the line was closed; empty while it is not',
    wrapped_up_at Nullable(DateTime64(3, 'UTC')) COMMENT 'end of the work after the call',
    wrapped_up_by LowCardinality(String) COMMENT 'account that did it; empty when nobody did',
    problem LowCardinality(String) COMMENT 'what the call was about, code of the shop; empty when it was not wrapped up',
    solution LowCardinality(String) COMMENT 'what was done about it, code of the shop; empty when it was not wrapped up',
    follow_up_due_at Nullable(DateTime64(3, 'UTC')) COMMENT 'when a follow-up is due; null when none is',
    anomalies Array(LowCardinality(String)) COMMENT 'what cannot be in a call, by name; see the view calls',
    `promises.promise_id` Array(String) COMMENT 'promises made or kept here, in the order of their first mention; unique within the shop',
    `promises.day` Array(Date) COMMENT 'calendar day of the making in the time zone of the shop; of the keeping when it was made elsewhere',
    `promises.account` Array(LowCardinality(String)) COMMENT 'account that owes it; empty when it was made elsewhere',
    `promises.kind` Array(LowCardinality(String)) COMMENT 'FOLLOW_UP or CALL_BACK; empty when it was made elsewhere',
    `promises.made_at` Array(Nullable(DateTime64(3, 'UTC'))) COMMENT 'when it was made; null when it was made elsewhere',
    `promises.due_at` Array(Nullable(DateTime64(3, 'UTC'))) COMMENT 'when it is due; null when it was made elsewhere',
    `promises.kept_at` Array(Nullable(DateTime64(3, 'UTC'))) COMMENT 'when it was first kept; null when it was not kept here',
    INDEX days day TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (shop_id, conversation_id)
COMMENT 'Call and promises of one conversation. Written at least once, read with FINAL through the views.';
