-- When do buyers change the channel, and is it settled then?

--| Conversations that began on another channel within two hours after a message, of either side, in one that the buyer
--| already had, one row each on the day they began: a message in a closed conversation opens it again, so that one was
--| open then or closed within that time. switched_at = when it began; from_channel, to_channel = direction; topic = of
--| the conversation before, to_topic = of this one; said_at = its last message before; lasted_ms = from the switch to
--| the last message of the new conversation that day, of a call to its last event; came_back_at = first contact of the
--| buyer in the 72 hours after that, null without; first_contact = there was none. Of several conversations before,
--| that of the last message counts.
CREATE OR REPLACE VIEW deskpulse.channel_switches AS
SELECT * FROM deskpulse.channel_switches_between(from_day = '1970-01-01', to_day = '2149-01-01');
