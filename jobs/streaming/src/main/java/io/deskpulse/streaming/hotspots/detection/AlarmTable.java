package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Table {@code hotspot_alarms}. */
public final class AlarmTable {
    /** What a version of an alarm puts into it. */
    public static final FactTable<FactRow<AlarmRow>> TABLE = new FactTable<>(
            "hotspot_alarms",
            new Columns<FactRow<AlarmRow>>()
                    .word("shop_id", FactRow::shopId)
                    .uint64("version", FactRow::version)
                    .of(FactRow::facts, cell())
                    .of(FactRow::facts, numbers()));

    /** How its rows travel. */
    public static final FactRowCodec<AlarmRow> ROWS = new FactRowCodec<>(AlarmTable::write, AlarmTable::read);

    private static final AlarmRow.Kind[] KINDS = AlarmRow.Kind.values();

    private AlarmTable() {}

    private static Columns<AlarmRow> cell() {
        return new Columns<AlarmRow>()
                .word("reason", AlarmRow::reason)
                .constant("dimension", AlarmRow::dimension)
                .word("value", AlarmRow::value)
                .instant("opened_at", AlarmRow::openedAtMillis)
                .text("incident_id", AlarmRow::incidentId)
                .constant("head_dimension", AlarmRow::headDimension)
                .word("head_value", AlarmRow::headValue)
                .constant("kind", AlarmRow::kind)
                .bool("is_open", AlarmRow::isOpen)
                .bool("is_learning", AlarmRow::isLearning)
                .instant("updated_at", AlarmRow::updatedAtMillis)
                .instantOrNull("ended_at", AlarmRow::endedAtMillis)
                .instant("first_seen_at", AlarmRow::firstSeenAtMillis);
    }

    private static Columns<AlarmRow> numbers() {
        return new Columns<AlarmRow>()
                .uint32("observed", AlarmRow::observed)
                .uint32("buyers", AlarmRow::buyers)
                .float64("expected", AlarmRow::expected)
                .float64("ratio", AlarmRow::ratio)
                .float64("ratio_low", AlarmRow::ratioLow)
                .float64("ratio_high", AlarmRow::ratioHigh)
                .float64("score", AlarmRow::score)
                .float64("threshold", AlarmRow::threshold)
                .int64("window_ms", AlarmRow::windowMillis)
                .float64("evidence", AlarmRow::evidence)
                .text("campaign", AlarmRow::campaign)
                .words("event_ids", AlarmRow::eventIds);
    }

    private static void write(AlarmRow row, DataOutput out) throws IOException {
        out.writeUTF(row.reason());
        out.writeByte(row.dimension().ordinal());
        out.writeUTF(row.value());
        out.writeLong(row.openedAtMillis());
        out.writeInt(row.version());
        out.writeUTF(row.incidentId());
        out.writeByte(row.headDimension().ordinal());
        out.writeUTF(row.headValue());
        out.writeByte(row.kind().ordinal());
        out.writeBoolean(row.isOpen());
        out.writeBoolean(row.isLearning());
        out.writeLong(row.updatedAtMillis());
        out.writeLong(row.endedAtMillis());
        out.writeLong(row.firstSeenAtMillis());
        out.writeInt(row.observed());
        out.writeInt(row.buyers());
        out.writeDouble(row.expected());
        out.writeDouble(row.ratio());
        out.writeDouble(row.ratioLow());
        out.writeDouble(row.ratioHigh());
        out.writeDouble(row.score());
        out.writeDouble(row.threshold());
        out.writeLong(row.windowMillis());
        out.writeDouble(row.evidence());
        out.writeBoolean(row.campaign() != null);
        if (row.campaign() != null) {
            out.writeUTF(row.campaign());
        }
        out.writeByte(row.eventIds().size());
        for (String event : row.eventIds()) {
            out.writeUTF(event);
        }
    }

    private static AlarmRow read(DataInput in) throws IOException {
        return new AlarmRow(
                in.readUTF(),
                Dimension.of(in.readByte()),
                in.readUTF(),
                in.readLong(),
                in.readInt(),
                in.readUTF(),
                Dimension.of(in.readByte()),
                in.readUTF(),
                KINDS[in.readByte()],
                in.readBoolean(),
                in.readBoolean(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readLong(),
                in.readDouble(),
                in.readBoolean() ? in.readUTF() : null,
                events(in));
    }

    private static List<String> events(DataInput in) throws IOException {
        int count = in.readByte();
        List<String> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(in.readUTF());
        }
        return List.copyOf(events);
    }
}
