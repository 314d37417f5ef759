-- Which resolutions hold, and which needed no second contact?
-- Decided over tickets, conversations and calls.

--| Resolutions, one row per ticket that was ever resolved and not merged into another, on the day of its opening. taken
--| back = reopened since; provisional until 72 h after the last resolution, then settled. contacts_after = how often
--| the buyer turned to the shop in those 72 h on any channel about the same order or SKU: messages, requests for a
--| person, calls, tickets and reopenings of other tickets of view buyer_contacts, so three messages in a row are three;
--| what a contact is about counts as the same where order or SKU of either side is unknown, so every message and call
--| counts, a word of thanks included. first_contact = never reopened, no platform, and contacts_after is 0.
--| conversation_id = that the ticket came from, null when none is known.
CREATE OR REPLACE VIEW deskpulse.resolutions AS
SELECT * FROM deskpulse.resolutions_at(at = now64(3, 'UTC'));
