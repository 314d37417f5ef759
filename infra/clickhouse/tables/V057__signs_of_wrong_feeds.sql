-- Does the feed tell what happened? Two signs that it may not; see the view data_quality.
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS stray_robot_messages UInt32 DEFAULT 0
    COMMENT 'messages of full automation while no robot had been opened in the conversation, count';
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS last_reply_at Nullable(DateTime64(3, 'UTC'))
    COMMENT 'last platform-valid reply of the day; null when there is none, and in older rows';
