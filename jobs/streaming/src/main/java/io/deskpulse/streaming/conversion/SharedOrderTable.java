package io.deskpulse.streaming.conversion;

import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;
import java.io.DataInput;

/** Table {@code shared_order_facts}: orders whose events name several buyers, with their number. */
public final class SharedOrderTable {
    /** What an order of several buyers puts into it. */
    public static final FactTable<FactRow<Integer>> TABLE =
            FactTable.of("shared_order_facts", "order_id", new Columns<Integer>().uint32("buyers", buyers -> buyers));

    /** How its rows travel. */
    static final FactRowCodec<Integer> ROWS =
            new FactRowCodec<>((buyers, out) -> out.writeInt(buyers), DataInput::readInt);

    private SharedOrderTable() {}
}
