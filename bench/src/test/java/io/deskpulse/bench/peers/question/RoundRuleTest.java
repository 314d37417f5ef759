package io.deskpulse.bench.peers.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundRuleTest {
    private final RowLog rows = RowLog.begin();
    private final OpenRounds rounds = new RoundsInMap();

    @Test
    void aRoundRunsFromTheFirstQuestionToTheFirstReply() {
        say(10, Act.ASKED);
        say(20, Act.ASKED);
        say(50, Act.REPLIED);
        say(60, Act.REPLIED);

        assertThat(answer()).containsExactly(new Answer(7, 10, 50));
        assertThat(answer().get(0).responseMillis()).isEqualTo(40);
    }

    @Test
    void aReplyToNothingOpensNothing() {
        say(10, Act.REPLIED);
        say(20, Act.CLOSED);

        assertThat(answer()).isEmpty();
    }

    @Test
    void closingEndsARoundWithoutAnAnswer() {
        say(10, Act.ASKED);
        say(20, Act.CLOSED);
        say(30, Act.ASKED);

        assertThat(answer()).containsExactly(new Answer(7, 10, RowLog.UNANSWERED), new Answer(7, 30, RowLog.OPEN));
    }

    private void say(long atMillis, Act act) {
        RoundRule.apply(new Said("conversation-7", atMillis, act), rounds, rows);
    }

    private List<Answer> answer() {
        return Answers.of(List.of(rows)).rows();
    }
}
