-- Who was it for the shop, who spoke when, and what was recommended? Storage of the views tiers_between,
-- channel_switches, silent_calls and recommendations; empty in rows from before.
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS buyer_tier String DEFAULT ''
    COMMENT 'how the shop ranked the buyer by the last event of the day that says so; empty when none does';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS `messages.sent_at` Array(DateTime64(3, 'UTC'))
    COMMENT 'messages of the buyer, of accounts and of the robot, in order; no notes';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS `messages.by_buyer` Array(Bool) DEFAULT arrayMap(at -> false, `messages.sent_at`)
    COMMENT 'whether the buyer sent it';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS `recommendations.at` Array(DateTime64(3, 'UTC'))
    COMMENT 'products recommended, in order';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS `recommendations.account` Array(String) DEFAULT arrayMap(at -> '', `recommendations.at`)
    COMMENT 'account that recommended it; empty when unknown';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS `recommendations.sku_id` Array(String) DEFAULT arrayMap(at -> '', `recommendations.at`)
    COMMENT 'the product';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS begins Bool DEFAULT false
    COMMENT 'whether it is the first day of the conversation; false in older rows';
