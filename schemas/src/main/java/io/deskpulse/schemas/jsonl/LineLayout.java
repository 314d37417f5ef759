package io.deskpulse.schemas.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * How one body type of one stream lies in a line: {@code stream}, {@code type}, the header's fields, the body's fields.
 *
 * <p>Where header and body have a field of the same name, the name is the body's and the header's is called {@code
 * header_<name>}, so that a line can say everything a record can.
 */
record LineLayout(EventStream stream, String type, JsonRecord header, JsonRecord body, Set<String> names) {

    static final String STREAM = "stream";
    static final String TYPE = "type";
    private static final String HEADER_PREFIX = "header_";

    /** The layouts of a stream by {@code type}, in the order of the union. */
    static Map<String, LineLayout> of(EventStream stream) {
        Map<String, LineLayout> layouts = new LinkedHashMap<>();
        for (Schema body : stream.bodies()) {
            layouts.put(body.getName(), of(stream, body));
        }
        return layouts;
    }

    private static LineLayout of(EventStream stream, Schema bodySchema) {
        List<Schema.Field> headerFields = stream.schema().getFields().stream()
                .filter(field -> field.pos() != stream.bodyPosition())
                .toList();
        JsonRecord header = JsonRecord.of(
                stream.schema(), headerFields, name -> bodySchema.getField(name) == null ? name : HEADER_PREFIX + name);
        JsonRecord body = JsonRecord.of(bodySchema);
        Set<String> names = new HashSet<>(Set.of(STREAM, TYPE));
        names.addAll(header.names());
        names.addAll(body.names());
        return new LineLayout(stream, bodySchema.getName(), header, body, names);
    }

    /** The event of a line that names this stream and type. */
    SpecificRecord read(JsonNode line) throws RejectedEventException {
        Found.rejectUnknownFields(line, names, "");
        SpecificRecord event = header.read("", line);
        event.put(stream.bodyPosition(), body.read("", line));
        return event;
    }

    /** Writes the line of an event of this stream and type. */
    void write(JsonGenerator out, SpecificRecord event) throws IOException {
        out.writeStartObject();
        out.writeStringField(STREAM, stream.jsonName());
        out.writeStringField(TYPE, type);
        header.write(out, event);
        body.write(out, stream.body(event));
        out.writeEndObject();
    }
}
