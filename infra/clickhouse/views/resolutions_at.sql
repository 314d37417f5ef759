-- Which resolutions held at an instant, and which needed no second contact?

--| Resolutions as they stand at an instant, SELECT ... FROM resolutions_at(at = ...): the facts are those known now,
--| the 72 hours and the contacts within them are judged at that instant.
CREATE OR REPLACE VIEW deskpulse.resolutions_at AS
SELECT *
FROM deskpulse.resolutions_between(from_day = '1970-01-01', to_day = '2149-06-06', at = {at:DateTime64(3, 'UTC')});
