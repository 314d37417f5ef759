package io.deskpulse.schemas.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.schemas.EventModel;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The fields of one record as members of a JSON object: absent or null where the record holds null. */
record JsonRecord(Schema schema, List<Member> members) {

    /** All fields under their own names. */
    static JsonRecord of(Schema schema) {
        return of(schema, schema.getFields(), UnaryOperator.identity());
    }

    /** Some fields, under names of one's own. */
    static JsonRecord of(Schema schema, List<Schema.Field> fields, UnaryOperator<String> naming) {
        return new JsonRecord(
                schema,
                fields.stream()
                        .map(field -> Member.of(field, naming.apply(field.name())))
                        .toList());
    }

    Set<String> names() {
        return members.stream().map(Member::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A new record with the members of an object; other members are not looked at.
     *
     * @param path stands before the names in errors: empty, or {@code lines[0].}
     * @throws RejectedEventException when a required member is missing or one is of another type
     */
    SpecificRecord read(String path, JsonNode object) throws RejectedEventException {
        SpecificRecord record = (SpecificRecord) EventModel.INSTANCE.newRecord(null, schema);
        for (Member member : members) {
            JsonNode value = object.get(member.name());
            if (value != null && !value.isNull()) {
                String field = path.isEmpty() ? member.name() : path + member.name();
                record.put(member.position(), member.type().read(field, value));
            } else if (member.required()) {
                String problem = value == null ? "required, but absent" : "required, but null";
                throw new RejectedEventException(Rejection.missing(path + member.name(), problem));
            }
        }
        return record;
    }

    /** Writes the members into the open object. */
    void write(JsonGenerator out, SpecificRecord record) throws IOException {
        for (Member member : members) {
            Object value = record.get(member.position());
            if (value != null) {
                out.writeFieldName(member.name());
                member.type().write(out, value);
            }
        }
    }

    private record Member(String name, int position, boolean required, JsonType type) {
        static Member of(Schema.Field field, String name) {
            return new Member(name, field.pos(), !field.schema().isNullable(), JsonTypes.of(field.schema()));
        }
    }
}
