package io.deskpulse.schemas.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.schemas.EpochUnit;
import io.deskpulse.schemas.RejectedEventException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** The types without parts. */
enum ScalarType implements JsonType {
    /** Any string. What it holds is never shown: it may be a message, an address or a name. */
    TEXT {
        @Override
        public Object read(String field, JsonNode json) throws RejectedEventException {
            if (json.isTextual()) {
                return json.textValue();
            }
            throw Found.kindInsteadOf("a string", field, json);
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeString((String) value);
        }
    },

    BOOLEAN {
        @Override
        public Object read(String field, JsonNode json) throws RejectedEventException {
            if (json.isBoolean()) {
                return json.booleanValue();
            }
            throw Found.insteadOf("true or false", field, json);
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeBoolean((Boolean) value);
        }
    },

    INT {
        @Override
        public Object read(String field, JsonNode json) throws RejectedEventException {
            if (json.isIntegralNumber() && json.canConvertToInt()) {
                return json.intValue();
            }
            throw Found.insteadOf("a whole number below 2^31", field, json);
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((Integer) value);
        }
    },

    LONG {
        @Override
        public Object read(String field, JsonNode json) throws RejectedEventException {
            if (json.isIntegralNumber() && json.canConvertToLong()) {
                return json.longValue();
            }
            throw Found.insteadOf("a whole number below 2^63", field, json);
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((Long) value);
        }
    },

    /** An instant: ISO-8601 with offset, or milliseconds since 1970-01-01 UTC; finer digits are cut off. */
    INSTANT {
        @Override
        public Object read(String field, JsonNode json) throws RejectedEventException {
            if (json.isIntegralNumber() && json.canConvertToLong()) {
                return Instant.ofEpochMilli(json.longValue());
            }
            if (json.isTextual()) {
                try {
                    return OffsetDateTime.parse(json.textValue()).toInstant().truncatedTo(ChronoUnit.MILLIS);
                } catch (DateTimeException e) {
                    throw Found.insteadOf(INSTANT_FORMAT, field, json);
                }
            }
            String hint = json.isFloatingPointNumber() ? EpochUnit.hint((long) json.doubleValue()) : "";
            throw Found.insteadOf(INSTANT_FORMAT, field, json, hint);
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeString(value.toString());
        }
    };

    private static final String INSTANT_FORMAT = "ISO-8601 with offset or epoch milliseconds";
}
