package io.deskpulse.streaming.rejections;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.facts.StoredRow;
import org.junit.jupiter.api.Test;

class RejectionTableTest {

    @Test
    void aRejectionReadsAsItsLetter() {
        RejectedEvent row = new RejectedEvent("topic", 1, 2, 3, "TOO_LATE", "detail", 4, 5, "s1");

        assertThat(StoredRow.of(RejectionTable.TABLE, row))
                .hasToString("{source_topic=topic, source_partition=1, source_offset=2,"
                        + " rejected_at=1970-01-01T00:00:00.003Z, reason=TOO_LATE, detail=detail,"
                        + " dead_letter_partition=4, dead_letter_offset=5, shop_id=s1}");
    }
}
