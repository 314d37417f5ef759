package io.deskpulse.ops.replay;

import io.deskpulse.ops.replay.files.EventFiles;
import io.deskpulse.ops.replay.files.MergedEvents;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Moves events by one constant: every instant in them, promises and due dates included, so that all distances stay.
 *
 * @param by what is added
 */
public record TimeShift(Duration by) {
    /**
     * The shift after which the newest event of the files happens at {@code now}; none when there is no event.
     *
     * <p>Reads all files once.
     */
    public static TimeShift newestTo(Instant now, EventFiles files) {
        long newest = Long.MIN_VALUE;
        try (MergedEvents events = new MergedEvents(files, line -> {})) {
            for (ParsedLine.Event event = events.next(); event != null; event = events.next()) {
                newest = Math.max(newest, EventStream.eventTimeMillis(event.event()));
            }
        }
        return new TimeShift(newest == Long.MIN_VALUE ? Duration.ZERO : Duration.ofMillis(now.toEpochMilli() - newest));
    }

    /** Changes the event in place. */
    public void apply(IndexedRecord event) {
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            if (value instanceof Instant instant) {
                event.put(field.pos(), instant.plus(by));
            } else {
                applyInside(value);
            }
        }
    }

    private void applyInside(Object value) {
        if (value instanceof IndexedRecord record) {
            apply(record);
        } else if (value instanceof List<?> list) {
            list.forEach(this::applyInside);
        }
    }
}
