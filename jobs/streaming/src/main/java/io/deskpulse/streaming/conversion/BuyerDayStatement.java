package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerDayFacts;
import io.deskpulse.streaming.sinks.RowStatement;
import java.time.LocalDate;
import java.util.List;

/** Writes rows that hold {@link BuyerDayFacts} to table {@code buyer_days}. */
public final class BuyerDayStatement implements RowStatement<BuyerRow> {

    @Override
    public String table() {
        return "buyer_days";
    }

    @Override
    public Object[] values(BuyerRow row) {
        BuyerDayFacts day = (BuyerDayFacts) row.facts();
        return new Object[] {
            row.shopId(),
            LocalDate.ofEpochDay(day.epochDay()),
            row.buyerId(),
            (long) day.version(),
            Columns.instant(day.consultedAtMillis()),
            List.copyOf(day.accounts()),
            day.boughtBefore(),
            day.orderedSameDay(),
            day.paidSameDay(),
            day.paidNextDay(),
            day.repliesWithoutAccount(),
            day.orphans().stream().map(BuyerDayFacts.Orphan::orderId).toList(),
            day.orphans().stream().map(orphan -> orphan.kind().name()).toList()
        };
    }
}
