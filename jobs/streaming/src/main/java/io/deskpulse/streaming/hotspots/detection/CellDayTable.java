package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.metrics.hotspots.cells.CellDay;
import io.deskpulse.metrics.hotspots.expected.RelativeRate;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Table {@code hotspot_cell_days}. */
public final class CellDayTable {
    /** What the day of a cell puts into it. */
    public static final FactTable<FactRow<CellDay>> TABLE = new FactTable<>(
            "hotspot_cell_days",
            new Columns<FactRow<CellDay>>()
                    .word("shop_id", FactRow::shopId)
                    .of(
                            FactRow::facts,
                            new Columns<CellDay>()
                                    .day("day", CellDay::epochDay)
                                    .word("reason", CellDay::reason)
                                    .constant("dimension", CellDay::dimension)
                                    .word("value", CellDay::value)
                                    .float64("exposures", CellDay::exposures)
                                    .uint32("observed", CellDay::observed)
                                    .float64("expected", CellDay::expected)
                                    .uint32("buyers", CellDay::buyers)
                                    .float64("rate", day -> day.rate().mean())
                                    .float64("rate_low", CellDay::rateLow)
                                    .float64("rate_typical", day -> day.rate().geometricMean())));

    /** How its rows travel. */
    public static final FactRowCodec<CellDay> ROWS = new FactRowCodec<>(CellDayTable::write, CellDayTable::read);

    private CellDayTable() {}

    private static void write(CellDay row, DataOutput out) throws IOException {
        out.writeLong(row.epochDay());
        out.writeUTF(row.reason());
        out.writeByte(row.dimension().ordinal());
        out.writeUTF(row.value());
        out.writeDouble(row.exposures());
        out.writeInt(row.observed());
        out.writeDouble(row.expected());
        out.writeInt(row.buyers());
        out.writeDouble(row.rate().shape());
        out.writeDouble(row.rate().rate());
    }

    private static CellDay read(DataInput in) throws IOException {
        return new CellDay(
                in.readLong(),
                in.readUTF(),
                Dimension.of(in.readByte()),
                in.readUTF(),
                in.readDouble(),
                in.readInt(),
                in.readDouble(),
                in.readInt(),
                new RelativeRate(in.readDouble(), in.readDouble()));
    }
}
