package io.deskpulse.schemas.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.schemas.RejectedEventException;
import java.io.IOException;

/** How values of one schema type look in JSON. */
interface JsonType {

    /**
     * The Avro value of a JSON value that is not null.
     *
     * @param field name of the field, for the error
     * @throws RejectedEventException {@code IMPOSSIBLE_VALUE} when the JSON value is not of this type
     */
    Object read(String field, JsonNode json) throws RejectedEventException;

    /** Writes an Avro value that is not null. */
    void write(JsonGenerator out, Object value) throws IOException;
}
