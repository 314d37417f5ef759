package io.deskpulse.streaming.conversion;

import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;
import java.io.DataInput;

/** Table {@code shared_order_facts}: orders whose events name several buyers, with their number. */
public final class SharedOrderTable {
    /** What an order of several buyers puts into it; none is ever taken back. */
    public static final FactTable<FactRow<Integer>> TABLE = new FactTable<>(
            "shared_order_facts",
            new Columns<FactRow<Integer>>()
                    .word("shop_id", FactRow::shopId)
                    .text("order_id", FactRow::id)
                    .uint64("version", FactRow::version)
                    .uint32("buyers", FactRow::facts));

    /** How its rows travel. */
    static final FactRowCodec<Integer> ROWS =
            new FactRowCodec<>((buyers, out) -> out.writeInt(buyers), DataInput::readInt);

    private SharedOrderTable() {}
}
