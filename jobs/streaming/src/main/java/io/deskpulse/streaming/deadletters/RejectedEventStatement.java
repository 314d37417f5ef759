package io.deskpulse.streaming.deadletters;

import io.deskpulse.streaming.sinks.RowStatement;
import java.time.Instant;

/** Writes {@link RejectedEvent}s to table {@code rejections}. */
public final class RejectedEventStatement implements RowStatement<RejectedEvent> {

    @Override
    public String table() {
        return "rejections";
    }

    @Override
    public Object[] values(RejectedEvent row) {
        return new Object[] {
            row.sourceTopic(),
            row.sourcePartition(),
            row.sourceOffset(),
            Instant.ofEpochMilli(row.rejectedAtMillis()),
            row.reason(),
            row.detail(),
            row.deadLetterPartition(),
            row.deadLetterOffset(),
            row.shopId()
        };
    }
}
