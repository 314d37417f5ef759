package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.streaming.facts.ShopKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final List<FormReader> earlier;

    EventList(ListState<byte[]> kept, EventForm<E> form) {
        this.kept = kept;
        this.form = form;
        in = new FormReader(form.id());
        earlier = form.earlierNumbers().stream()
                .map(number -> new FormReader(new FormId(form.id().name(), number)))
                .toList();
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

    /** Whether an earlier build was delivered this, and kept what it then kept of an event. */
    boolean holdsAsEarlier(String key, Anchor anchor, E delivery) throws Exception {
        Map<ByteBuffer, byte[]> ofEarlier = ofEarlier(key, anchor);
        return !ofEarlier.isEmpty() && ofEarlier.containsKey(ByteBuffer.wrap(encode(form.asEarlier(delivery), anchor)));
    }

    /** Makes these the events of the current key; what an earlier build wrote stays as it is, so that it goes on to tell. */
    void replace(String key, List<E> events, Anchor anchor) throws Exception {
        Map<ByteBuffer, byte[]> ofEarlier = ofEarlier(key, anchor);
        List<byte[]> all = new ArrayList<>(events.size());
        for (E event : events) {
            byte[] encoded = encode(event, anchor);
            all.add(ofEarlier.getOrDefault(ByteBuffer.wrap(encoded), encoded));
        }
        kept.update(all);
    }

    /** What earlier builds wrote, by what today's would write of it. */
    private Map<ByteBuffer, byte[]> ofEarlier(String key, Anchor anchor) throws Exception {
        Map<ByteBuffer, byte[]> ofEarlier = new HashMap<>();
        for (byte[] encoded : kept.get()) {
            if (!in.reads(encoded)) {
                ofEarlier.put(ByteBuffer.wrap(encode(decode(key, anchor, encoded), anchor)), encoded);
            }
        }
        return ofEarlier;
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
                ? form.read(shopId, id, anchor, reader(encoded).begin(encoded))
                : form.readReleased(shopId, id, anchor, new DataInputDeserializer(encoded));
    }

    private FormReader reader(byte[] encoded) {
        return earlier.stream().filter(each -> each.reads(encoded)).findFirst().orElse(in);
    }
}
