-- Which defects are there now?

--| Items now, columns as in defects_at.
CREATE OR REPLACE VIEW deskpulse.defects AS
SELECT * FROM deskpulse.defects_at(at = now64(3, 'UTC'));
