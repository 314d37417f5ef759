package io.deskpulse.ops.kept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetentionFileTest {
    private static final KeptTables KEPT = KeptTables.bundled();

    @Test
    void whatIsNotNamedIsKeptAsLongAsItIsByItself() {
        RetentionFile file = RetentionFile.parse("""
                retention:
                  conversation_days: P750D
                  job_samples: forever
                """, KEPT);

        assertThat(file.problems()).isEmpty();
        assertThat(file.days())
                .containsEntry("conversation_days", 750)
                .containsEntry("job_samples", 0)
                .containsEntry("complaint_facts.quotes", 90)
                .containsEntry("ticket_facts", 0);
    }

    @Test
    void everyMistakeIsToldByItsLine() {
        RetentionFile file = RetentionFile.parse("""
                retention:
                  conversation_day: P750D
                  ticket_facts: P1Y
                  order_facts: 400
                  buyer_days: P0D
                  rejections: P20000D
                  shop_settings: P30D
                """, KEPT);

        assertThat(file.days()).isNull();
        assertThat(file.problems()).hasSize(6).extracting(Object::toString).allMatch(line -> line.contains("line "));
        assertThat(file.problems())
                .extracting(Object::toString)
                .anyMatch(line -> line.contains("nothing of that name grows old"))
                .anyMatch(line -> line.contains("forever or a number of days from P1D to P3650D, got P1Y"))
                .anyMatch(line -> line.contains("got 400"))
                .anyMatch(line -> line.contains("got P20000D"));
    }
}
