-- Does it help to call buyers who no longer answer?

--| Outbound calls to buyers who had let the shop's last message in a chat unanswered for 30 minutes or more, up to 48
--| hours, in a conversation not closed by then, one row each on the day of the call. chat_id, topic = of that
--| conversation, the latest of several; silent_ms = from the message to the call; answered, consented = the buyer took
--| it, and had agreed to be called; resolved = the buyer took it and did not turn to the shop in the 72 hours after it.
CREATE OR REPLACE VIEW deskpulse.silent_calls AS
SELECT * FROM deskpulse.silent_calls_between(from_day = '1970-01-01', to_day = '2149-01-01');
