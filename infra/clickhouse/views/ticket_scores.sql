-- What do the rules on tickets, promises and calls score?

--| Scores, columns as in scores, on the day a ticket was opened, a promise made, a call begun. account = who sent the
--| first reply, who resolved, who promised; null = nobody, or a rule that scores the shop. apart: undecided = neither
--| done nor due yet.
CREATE OR REPLACE VIEW deskpulse.ticket_scores AS
SELECT * FROM deskpulse.ticket_scores_at(at = now64(3, 'UTC'));
