package io.deskpulse.bench.peers.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {
    private static final Answers TRUTH = answers(1, 10, 30, 1, 40, -2, 2, 10, -1);

    @Test
    void theLastRowOfARoundCounts() {
        Answers answer = answers(2, 10, -1, 1, 10, -1, 1, 40, -1, 1, 40, -2, 1, 10, 30);

        assertThat(Verdict.of(TRUTH, answer).isRight()).isTrue();
        assertThat(Verdict.of(TRUTH, answer)).hasToString("right, 3 rows");
    }

    @Test
    void tellsMissingWrongAndInventedRowsApart() {
        Answers answer = answers(1, 10, 31, 1, 40, -2, 3, 10, -1);

        assertThat(Verdict.of(TRUTH, answer)).isEqualTo(new Verdict(3, 1, 1, 1, 1));
        assertThat(Verdict.of(TRUTH, answers())).isEqualTo(new Verdict(3, 3, 1, 0, 0));
        assertThat(Verdict.of(answers(), TRUTH)).isEqualTo(new Verdict(0, 0, 0, 0, 3));
    }

    @Test
    void answersSurviveAFile(@TempDir Path directory) {
        Path file = directory.resolve("rows");

        TRUTH.write(file);

        assertThat(Answers.read(file).rows()).isEqualTo(TRUTH.rows());
    }

    private static Answers answers(long... values) {
        RowLog log = RowLog.begin();
        for (int i = 0; i < values.length; i += RowLog.WIDTH) {
            log.add("conversation-" + values[i], values[i + 1], values[i + 2]);
        }
        return Answers.of(List.of(log));
    }
}
