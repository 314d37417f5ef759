package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerDayFacts;
import io.deskpulse.metrics.conversion.BuyerDayFacts.Orphan;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactTable;

/** Table {@code buyer_days}. */
public final class BuyerDayTable {
    /** What a row that holds {@link BuyerDayFacts} puts into it. */
    public static final FactTable<FactRow<BuyerFacts>> TABLE =
            FactTable.of("buyer_days", "buyer_id", new Columns<BuyerFacts>().of(BuyerDayFacts.class::cast, day()));

    private BuyerDayTable() {}

    private static Columns<BuyerDayFacts> day() {
        return new Columns<BuyerDayFacts>()
                .day("day", BuyerDayFacts::epochDay)
                .instantOrNull("consulted_at", BuyerDayFacts::consultedAtMillis)
                .words("accounts", BuyerDayFacts::accounts)
                .bool("bought_before", BuyerDayFacts::boughtBefore)
                .bool("ordered_same_day", BuyerDayFacts::orderedSameDay)
                .bool("paid_same_day", BuyerDayFacts::paidSameDay)
                .bool("paid_next_day", BuyerDayFacts::paidNextDay)
                .uint32("replies_without_account", BuyerDayFacts::repliesWithoutAccount)
                .nested(
                        "orphans",
                        BuyerDayFacts::orphans,
                        new Columns<Orphan>().text("order_id", Orphan::orderId).constant("kind", Orphan::kind));
    }
}
