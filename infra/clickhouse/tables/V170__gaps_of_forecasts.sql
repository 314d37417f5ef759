-- What does a team of limited size leave over, and where does work that can wait fit in? Storage of the view staffing;
-- 0 in rows from before.
ALTER TABLE deskpulse.forecast_slots
    ADD COLUMN IF NOT EXISTS backlog Float64
    COMMENT 'contacts that find the whole team busy and go to the next interval; 0 where the team has no limit';
ALTER TABLE deskpulse.forecast_slots
    ADD COLUMN IF NOT EXISTS idle_s Float64
    COMMENT 'time of agents_p75 that contacts leave, up to max_occupancy, agent seconds';
ALTER TABLE deskpulse.forecast_slots
    ADD COLUMN IF NOT EXISTS deferred_s Float64
    COMMENT 'of it taken by work that can wait, what is due first goes first, agent seconds';
ALTER TABLE deskpulse.forecast_slots
    ADD COLUMN IF NOT EXISTS deferred_late_s Float64
    COMMENT 'work due in this interval that does not fit in by then, agent seconds';
