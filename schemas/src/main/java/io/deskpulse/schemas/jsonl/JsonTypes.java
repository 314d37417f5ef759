package io.deskpulse.schemas.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.schemas.EventModel;
import io.deskpulse.schemas.RejectedEventException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The JSON type of everything the event schemas use. */
final class JsonTypes {

    private JsonTypes() {}

    /**
     * The JSON type of a schema; that of a nullable one is that of its other branch.
     *
     * @throws IllegalStateException when the event schemas begin to use a type that JSON Lines has no rule for
     */
    static JsonType of(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> ScalarType.TEXT;
            case BOOLEAN -> ScalarType.BOOLEAN;
            case INT -> ScalarType.INT;
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? ScalarType.INSTANT : ScalarType.LONG;
            case ENUM -> new EnumType(symbols(schema));
            case ARRAY -> new ArrayType(of(schema.getElementType()));
            case RECORD -> new RecordType(JsonRecord.of(schema));
            case UNION -> of(otherThanNull(schema));
            default -> throw new IllegalStateException("JSON Lines has no rule for " + schema);
        };
    }

    private static Schema otherThanNull(Schema union) {
        List<Schema> branches = union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        if (branches.size() != 1) {
            throw new IllegalStateException("JSON Lines has no rule for " + union);
        }
        return branches.get(0);
    }

    /** Symbols a line may hold, with their constants: all but the one that stands for those of newer schemas. */
    private static Map<String, Object> symbols(Schema schema) {
        Map<String, Object> symbols = new LinkedHashMap<>();
        for (String symbol : schema.getEnumSymbols()) {
            if (!symbol.equals(schema.getEnumDefault())) {
                symbols.put(symbol, EventModel.INSTANCE.createEnum(symbol, schema));
            }
        }
        return symbols;
    }

    private record EnumType(Map<String, Object> symbols) implements JsonType {
        @Override
        public Object read(String field, JsonNode json) throws RejectedEventException {
            Object symbol = json.isTextual() ? symbols.get(json.textValue()) : null;
            if (symbol == null) {
                throw Found.insteadOfOneOf(symbols.keySet(), field, json);
            }
            return symbol;
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeString(((Enum<?>) value).name());
        }
    }

    private record ArrayType(JsonType items) implements JsonType {
        @Override
        public Object read(String field, JsonNode json) throws RejectedEventException {
            if (!json.isArray()) {
                throw Found.kindInsteadOf("an array", field, json);
            }
            List<Object> values = new ArrayList<>(json.size());
            for (int i = 0; i < json.size(); i++) {
                values.add(items.read(field + '[' + i + ']', json.get(i)));
            }
            return values;
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeStartArray();
            for (Object item : (List<?>) value) {
                items.write(out, item);
            }
            out.writeEndArray();
        }
    }

    private record RecordType(JsonRecord record) implements JsonType {
        @Override
        public Object read(String field, JsonNode json) throws RejectedEventException {
            if (!json.isObject()) {
                throw Found.kindInsteadOf("an object", field, json);
            }
            Found.rejectUnknownFields(json, record.names(), field + '.');
            return record.read(field + '.', json);
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeStartObject();
            record.write(out, (SpecificRecord) value);
            out.writeEndObject();
        }
    }
}
