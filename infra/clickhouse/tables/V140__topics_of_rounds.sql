-- What did buyers ask for? The topic of each round and of the conversation's day, and the version of the taxonomy that
-- told it. Empty in rows from before, and where no message has one.
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS `rounds.topic` Array(String) DEFAULT arrayMap(at -> '', `rounds.opened_at`)
    COMMENT 'first topic among the messages of the buyer; empty when none has one';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS `rounds.topic_version` Array(String) DEFAULT arrayMap(at -> '', `rounds.opened_at`)
    COMMENT 'version of the taxonomy in force then; empty when there is no topic';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS topic String DEFAULT ''
    COMMENT 'topic of most rounds of the day that have one, the earlier on a tie; empty when none has one';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS topic_version String DEFAULT ''
    COMMENT 'version of the taxonomy that told it; empty when there is no topic';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS topic_cause String DEFAULT ''
    COMMENT 'ENQUIRERS, ORDERS_OPEN, PARCELS_UNDER_WAY or PARCELS_SIGNED: what it is counted against; else empty';
