package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.TroubleFacts;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactTable;

/** Table {@code order_trouble_facts}. */
public final class OrderTroubleTable {
    /** What a row that holds {@link TroubleFacts} puts into it. */
    public static final FactTable<FactRow<BuyerFacts>> TABLE = FactTable.of(
            "order_trouble_facts", "buyer_id", new Columns<BuyerFacts>().of(TroubleFacts.class::cast, trouble()));

    private OrderTroubleTable() {}

    private static Columns<TroubleFacts> trouble() {
        return new Columns<TroubleFacts>()
                .text("order_id", TroubleFacts::orderId)
                .text("trouble_id", TroubleFacts::troubleId)
                .word("kind", TroubleFacts::kind)
                .day("detected_day", TroubleFacts::detectedDay)
                .instant("detected_at", TroubleFacts::detectedAtMillis)
                .instantOrNull("first_contact_at", TroubleFacts::firstWordAtMillis)
                .bool("contacted_by_shop", TroubleFacts::isProactive)
                .word("contact_account", TroubleFacts::firstWordAccount)
                .instantOrNull("fixed_at", TroubleFacts::fixedAtMillis);
    }
}
