package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.metrics.hotspots.cells.CellEvidence;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Table {@code hotspot_evidence}. */
public final class EvidenceTable {
    /** What the evidence of a cell at the end of a tick puts into it. */
    public static final FactTable<FactRow<CellEvidence>> TABLE = new FactTable<>(
            "hotspot_evidence",
            new Columns<FactRow<CellEvidence>>()
                    .word("shop_id", FactRow::shopId)
                    .of(
                            FactRow::facts,
                            new Columns<CellEvidence>()
                                    .word("reason", CellEvidence::reason)
                                    .constant("dimension", CellEvidence::dimension)
                                    .word("value", CellEvidence::value)
                                    .instant("at", CellEvidence::atMillis)
                                    .float64("score", CellEvidence::score)
                                    .float64("threshold", CellEvidence::threshold)
                                    .bool("is_open", CellEvidence::isOpen)));

    /** How its rows travel. */
    public static final FactRowCodec<CellEvidence> ROWS = new FactRowCodec<>(EvidenceTable::write, EvidenceTable::read);

    private EvidenceTable() {}

    private static void write(CellEvidence row, DataOutput out) throws IOException {
        out.writeUTF(row.reason());
        out.writeByte(row.dimension().ordinal());
        out.writeUTF(row.value());
        out.writeLong(row.atMillis());
        out.writeDouble(row.score());
        out.writeDouble(row.threshold());
        out.writeBoolean(row.isOpen());
    }

    private static CellEvidence read(DataInput in) throws IOException {
        return new CellEvidence(
                in.readUTF(),
                Dimension.of(in.readByte()),
                in.readUTF(),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                in.readBoolean());
    }
}
