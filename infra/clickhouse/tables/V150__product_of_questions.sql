-- Of which product did buyers ask? What the message that told the topic of a round names. Empty in rows from before.
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS `rounds.topic_sku_id` Array(String) DEFAULT arrayMap(at -> '', `rounds.opened_at`)
    COMMENT 'product that the message with the topic names; empty when it names none, and when there is no topic';
