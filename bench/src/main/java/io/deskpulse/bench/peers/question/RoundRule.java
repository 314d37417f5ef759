package io.deskpulse.bench.peers.question;

/**
 * Which rounds a conversation has: one opens with the first question that no open round waits for, and ends with the first reply of a
 * person, or unanswered when the conversation is closed.
 */
public final class RoundRule {
    private RoundRule() {}

    /** Takes in the next event of its conversation, and logs a row when a round opens or ends. */
    public static void apply(Said said, OpenRounds rounds, RowLog rows) {
        Long openedAt = rounds.openedAt(said.conversation());
        if (said.act() == Act.ASKED) {
            if (openedAt == null) {
                rounds.open(said.conversation(), said.timeMillis());
                rows.add(said.conversation(), said.timeMillis(), RowLog.OPEN);
            }
        } else if (openedAt != null) {
            rounds.end(said.conversation());
            rows.add(said.conversation(), openedAt, said.act() == Act.REPLIED ? said.timeMillis() : RowLog.UNANSWERED);
        }
    }
}
