package io.deskpulse.streaming.events;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.wire.SingleObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * How the events of a stream lie in the bytes of this release's writers: order of fields, branches of unions, symbols of enums, all
 * of it read off the schema, so that a field added there changes nothing here.
 *
 * <p>Each event has places for the fields of its header and, behind them, for those of its body. Immutable.
 */
final class EventLayout {
    private final EventStream stream;
    private final byte[] frame;
    private final FieldLayout[] header;
    private final FieldLayout[][] bodies;
    private final Map<String, Integer> bodyIndexes = new HashMap<>();
    private final int places;

    private EventLayout(EventStream stream) {
        this.stream = stream;
        this.frame = SingleObject.header(stream.schema());
        List<Schema.Field> fields = headerFields(stream);
        this.header = FieldLayout.of(fields);
        this.bodies = new FieldLayout[stream.bodies().size()][];
        int longest = 0;
        for (int i = 0; i < bodies.length; i++) {
            Schema body = stream.bodies().get(i);
            bodies[i] = EventValidity.isDecidedByFields(body) ? FieldLayout.of(body.getFields()) : null;
            bodyIndexes.put(body.getFullName(), i);
            longest = Math.max(longest, body.getFields().size());
        }
        this.places = fields.size() + longest;
    }

    static EventLayout of(EventStream stream) {
        return new EventLayout(stream);
    }

    EventStream stream() {
        return stream;
    }

    /** Places that an event needs at most. */
    int places() {
        return places;
    }

    /** Where the fields of the body begin: the number of fields of the header. */
    int bodyPlace() {
        return stream.bodyPosition();
    }

    /** Whether the message names the schema of this release, and its header can be read without Avro. */
    boolean isOf(byte[] message) {
        return header != null
                && message.length > frame.length
                && Arrays.equals(message, 0, frame.length, frame, 0, frame.length);
    }

    /** Fields of the header, in their order. */
    FieldLayout[] header() {
        return header;
    }

    /** Fields of a body, in their order; null when there is no such branch, or only Avro can read it. */
    FieldLayout[] body(int index) {
        return index >= 0 && index < bodies.length ? bodies[index] : null;
    }

    /** Index of a body by its schema's full name. */
    int bodyIndex(String name) {
        return bodyIndexes.get(name);
    }

    /**
     * The constants that stand for the bodies, in the order of the union: MESSAGE_SENT for {@code MessageSent}.
     *
     * @throws IllegalArgumentException when a body has none
     */
    <B extends Enum<B>> List<B> bodies(Class<B> constants) {
        return stream.bodies().stream()
                .map(body -> Enum.valueOf(
                        constants,
                        body.getName().replaceAll("(?<=.)(?=[A-Z])", "_").toUpperCase(Locale.ROOT)))
                .toList();
    }

    /**
     * A field of the header.
     *
     * @throws IllegalStateException when the schema has none of that name and kind
     */
    FieldPlace header(String name, FieldPlace.Kind kind) {
        Schema.Field field = stream.schema().getField(name);
        require(field != null && kind.matches(field), name, kind);
        int[] places = new int[bodies.length];
        Arrays.fill(places, field.pos());
        return new FieldPlace(places);
    }

    /**
     * A field of all bodies that have one of that name.
     *
     * @throws IllegalStateException when no body has, or one that has it has another kind
     */
    FieldPlace body(String name, FieldPlace.Kind kind) {
        int[] places = new int[bodies.length];
        boolean found = false;
        for (int i = 0; i < places.length; i++) {
            Schema.Field field = stream.bodies().get(i).getField(name);
            require(field == null || kind.matches(field), name, kind);
            places[i] = field == null ? FieldPlace.NOWHERE : bodyPlace() + field.pos();
            found |= field != null;
        }
        require(found, name, kind);
        return new FieldPlace(places);
    }

    private void require(boolean holds, String name, FieldPlace.Kind kind) {
        if (!holds) {
            throw new IllegalStateException(stream + " events have no field " + name + " of kind " + kind);
        }
    }

    private static List<Schema.Field> headerFields(EventStream stream) {
        List<Schema.Field> fields = new ArrayList<>(stream.schema().getFields());
        if (fields.size() != stream.bodyPosition() + 1) {
            throw new IllegalStateException("the body is not the last field of " + stream);
        }
        return fields.subList(0, stream.bodyPosition());
    }
}
