package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.TimelineEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The distinct events of the current key, in order, one byte array each; appending reads nothing. */
final class EntryList<E extends TimelineEvent> {
    private final ListState<byte[]> entries;
    private final TimelineCodec<E, ?> codec;
    private final DataOutputSerializer buffer = new DataOutputSerializer(128);

    EntryList(ListState<byte[]> entries, TimelineCodec<E, ?> codec) {
        this.entries = entries;
        this.codec = codec;
    }

    void append(List<byte[]> encoded) throws Exception {
        if (!encoded.isEmpty()) {
            entries.addAll(encoded);
        }
    }

    /** The events of the current key, those that are not written yet included. */
    List<E> read(String key, String anchor, Pending<?> known) throws Exception {
        List<E> events = new ArrayList<>();
        for (byte[] entry : entries.get()) {
            events.add(codec.readEntry(key, anchor, new DataInputDeserializer(entry)));
        }
        for (byte[] entry : known == null ? List.<byte[]>of() : known.appended) {
            events.add(codec.readEntry(key, anchor, new DataInputDeserializer(entry)));
        }
        return events;
    }

    void replace(List<E> events, String anchor) throws Exception {
        List<byte[]> encoded = new ArrayList<>(events.size());
        for (E event : events) {
            encoded.add(encode(event, anchor));
        }
        entries.update(encoded);
    }

    void clear() {
        entries.clear();
    }

    byte[] encode(E event, String anchor) throws IOException {
        buffer.clear();
        codec.writeEntry(event, anchor, buffer);
        return buffer.getCopyOfBuffer();
    }
}
