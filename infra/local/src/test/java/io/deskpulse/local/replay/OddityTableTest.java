package io.deskpulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OddityTableTest {
    @Test
    void eachKindHasALineWithAnExample() {
        assertThat(OddityTable.table(List.of(
                        List.of("PAID_TWICE", "1200", "3", "order o1 of s1"),
                        List.of("REJECTED_MALFORMED_LINE", "1", "1", "message file:x.jsonl[0]@7 of "))))
                .hasLineCount(3)
                .containsPattern("PAID_TWICE +1,200 +3 +order o1 of s1")
                .containsPattern("REJECTED_MALFORMED_LINE +1 +1 +message file:x.jsonl");
    }

    @Test
    void nothingOddIsNoTable() {
        assertThat(OddityTable.table(List.of())).isEmpty();
    }
}
