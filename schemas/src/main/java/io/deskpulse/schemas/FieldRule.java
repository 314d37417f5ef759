package io.deskpulse.schemas;

import java.time.Instant;
import org.apache.avro.Schema;

/**
 * What one field of a record must hold; read off the schema once, so that an event costs no look at it.
 *
 * @param requiredId whether it is an id that must be there, hence not blank
 * @param minimum of a number, inclusive
 * @param maximum of a number, inclusive
 */
record FieldRule(String name, int position, boolean required, boolean requiredId, long minimum, long maximum) {

    static FieldRule of(Schema.Field field) {
        boolean required = !field.schema().isNullable();
        return new FieldRule(
                field.name(),
                field.pos(),
                required,
                required && field.name().endsWith("_id"),
                bound(field, "minimum", Long.MIN_VALUE),
                bound(field, "maximum", Long.MAX_VALUE));
    }

    /** What is wrong with a value that is neither a record nor a list, or null; {@code path} stands before the name. */
    Rejection check(String path, Object value) {
        if (value == null) {
            return required ? Rejection.missing(path + name, "required") : null;
        }
        if (value instanceof String text) {
            return requiredId && text.isBlank() ? EventValidity.id(path + name, text) : null;
        }
        if (value instanceof Instant instant) {
            return EventValidity.isPossible(instant) ? null : EventValidity.impossibleInstant(path + name, instant);
        }
        if (value instanceof Enum<?> symbol && symbol.name().equals(EventValidity.UNKNOWN_SYMBOL)) {
            return Rejection.impossible(path + name, "holds a symbol of a newer schema, unknown to this release");
        }
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            return number < minimum || number > maximum
                    ? EventValidity.number(path + name, number, minimum, maximum)
                    : null;
        }
        return null;
    }

    private static long bound(Schema.Field field, String property, long otherwise) {
        return field.getObjectProp(property) instanceof Number bound ? bound.longValue() : otherwise;
    }
}
