package io.deskpulse.schemas.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.deskpulse.schemas.EventStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Events to JSON Lines, in the format {@link JsonLinesReader} reads: what it writes reads back as an equal event.
 *
 * <p>Nulls are left out; instants are ISO-8601 in UTC. Immutable; safe for use by several threads.
 */
public final class JsonLinesWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<EventStream, Map<String, LineLayout>> layouts = new EnumMap<>(EventStream.class);

    /** A writer of all streams. */
    public JsonLinesWriter() {
        for (EventStream stream : EventStream.values()) {
            layouts.put(stream, LineLayout.of(stream));
        }
    }

    /**
     * The line of a valid event, without the line's end.
     *
     * @throws IllegalArgumentException when it is none of the four event records
     * @throws NullPointerException when it has no body
     */
    public String write(SpecificRecord event) {
        EventStream stream = EventStream.of(event);
        LineLayout layout =
                layouts.get(stream).get(stream.body(event).getSchema().getName());
        StringWriter line = new StringWriter(256);
        try (JsonGenerator out = JSON.createGenerator(line)) {
            layout.write(out, event);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return line.toString();
    }
}
