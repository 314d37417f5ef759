-- Which shifts were known at a moment? A forecast that is made again for the same moment must see the same team.
ALTER TABLE deskpulse.agent_intervals
    ADD COLUMN IF NOT EXISTS told_at Nullable(DateTime64(3, 'UTC'))
    COMMENT 'when the event happened, of a shift when it was planned; null = not kept by the build that wrote the row';
