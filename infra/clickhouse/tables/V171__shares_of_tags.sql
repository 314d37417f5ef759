-- Which share of the usual contacts came on tagged days? Storage of the view forecast_tags; 0 in rows from before.
ALTER TABLE deskpulse.forecast_tag_log
    ADD COLUMN IF NOT EXISTS share Float64
    COMMENT 'part of the contacts that came, above 0: the days count as contacts ÷ share; 0 = they are left out';
