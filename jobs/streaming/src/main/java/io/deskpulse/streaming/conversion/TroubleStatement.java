package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.TroubleFacts;
import io.deskpulse.streaming.sinks.RowStatement;
import java.time.LocalDate;

/** Writes rows that hold {@link TroubleFacts} to table {@code order_trouble_facts}. */
public final class TroubleStatement implements RowStatement<BuyerRow> {

    @Override
    public String table() {
        return "order_trouble_facts";
    }

    @Override
    public Object[] values(BuyerRow row) {
        TroubleFacts trouble = (TroubleFacts) row.facts();
        return new Object[] {
            row.shopId(),
            trouble.orderId(),
            trouble.troubleId(),
            row.buyerId(),
            (long) trouble.version(),
            Columns.text(trouble.kind()),
            LocalDate.ofEpochDay(trouble.detectedDay()),
            Columns.instant(trouble.detectedAtMillis()),
            Columns.instant(trouble.firstContactAtMillis()),
            trouble.isProactive(),
            Columns.text(trouble.contactAccount()),
            Columns.instant(trouble.fixedAtMillis())
        };
    }
}
