package io.deskpulse.streaming.rejections;

import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactTable;

/** Table {@code rejections}. */
public final class RejectionTable {
    /** What a dead letter puts into it. */
    public static final FactTable<RejectedEvent> TABLE = new FactTable<>(
            "rejections",
            new Columns<RejectedEvent>()
                    .word("source_topic", RejectedEvent::sourceTopic)
                    .int32("source_partition", RejectedEvent::sourcePartition)
                    .int64("source_offset", RejectedEvent::sourceOffset)
                    .instant("rejected_at", RejectedEvent::rejectedAtMillis)
                    .word("reason", RejectedEvent::reason)
                    .text("detail", RejectedEvent::detail)
                    .int32("dead_letter_partition", RejectedEvent::deadLetterPartition)
                    .int64("dead_letter_offset", RejectedEvent::deadLetterOffset)
                    .word("shop_id", RejectedEvent::shopId));

    private RejectionTable() {}
}
