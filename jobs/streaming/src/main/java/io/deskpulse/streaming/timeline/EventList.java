package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.streaming.facts.ShopKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.core.memory.DataInputDeserializer;

/**
 * The distinct events of the current key, in order, one byte array each; appending reads nothing.
 *
 * <p>Each event tells its own form by its first byte, so that events of a release before there were forms lie among those of today.
 */
final class EventList<E> {
    private final ListState<byte[]> kept;
    private final EventForm<E> form;
    private final FormWriter out = new FormWriter();
    private final FormReader in;

    EventList(ListState<byte[]> kept, EventForm<E> form) {
        this.kept = kept;
        this.form = form;
        in = new FormReader(form.id());
    }

    /** The state of an operator's keys. */
    static ListStateDescriptor<byte[]> descriptor() {
        return new ListStateDescriptor<>("event", BytePrimitiveArraySerializer.INSTANCE);
    }

    void append(List<byte[]> encoded) throws Exception {
        if (!encoded.isEmpty()) {
            kept.addAll(encoded);
        }
    }

    /** The events of the current key, those that are not written yet included. */
    List<E> read(String key, Anchor anchor, Pending<?> known) throws Exception {
        List<E> events = new ArrayList<>();
        for (byte[] encoded : kept.get()) {
            events.add(decode(key, anchor, encoded));
        }
        for (byte[] encoded : known == null ? List.<byte[]>of() : known.appended) {
            events.add(decode(key, anchor, encoded));
        }
        return events;
    }

    void replace(List<E> events, Anchor anchor) throws Exception {
        List<byte[]> encoded = new ArrayList<>(events.size());
        for (E event : events) {
            encoded.add(encode(event, anchor));
        }
        kept.update(encoded);
    }

    void clear() {
        kept.clear();
    }

    byte[] encode(E event, Anchor anchor) {
        out.begin(form.id());
        form.write(event, anchor, out);
        return out.toBytes();
    }

    E decode(String key, Anchor anchor, byte[] encoded) throws IOException {
        String shopId = ShopKey.shopId(key);
        String id = ShopKey.id(key);
        return FormReader.isForm(encoded)
                ? form.read(shopId, id, anchor, in.begin(encoded))
                : form.readReleased(shopId, id, anchor, new DataInputDeserializer(encoded));
    }
}
