package io.deskpulse.schemas;

import java.time.Instant;
import org.apache.avro.Schema;

/**
 * What one field of a record must hold; read off the schema once, so that an event costs no look at it.
 *
 * @param name of the field
 * @param position of the field in its record
 * @param required whether it must be there
 * @param id whether it is an id, or a list of ids
 * @param minimum of a number, inclusive
 * @param maximum of a number, inclusive
 */
public record FieldRule(String name, int position, boolean required, boolean id, long minimum, long maximum) {

    /** The rule that the schema states for a field. */
    public static FieldRule of(Schema.Field field) {
        boolean required = !field.schema().isNullable();
        return new FieldRule(
                field.name(),
                field.pos(),
                required,
                field.name().endsWith("_id") || field.name().endsWith("_ids"),
                bound(field, "minimum", Long.MIN_VALUE),
                bound(field, "maximum", Long.MAX_VALUE));
    }

    /** Whether a text that is there may be this one. */
    public boolean allows(String text) {
        if (!id) {
            return true;
        }
        return required ? IdValidity.isId(text) : IdValidity.isWhole(text);
    }

    /** Whether an item of a list of texts may be this one; an id in a list is one that must be there. */
    public boolean allowsItem(String text) {
        return !id || IdValidity.isId(text);
    }

    /** Whether a number that is there may be this one. */
    public boolean allows(long number) {
        return number >= minimum && number <= maximum;
    }

    /** What is wrong with a value that is neither a record nor a list, or null; {@code path} stands before the name. */
    Rejection check(String path, Object value) {
        if (value == null) {
            return required ? Rejection.missing(path + name, "required") : null;
        }
        if (value instanceof String text) {
            return allows(text) ? null : wrongId(path + name, text);
        }
        if (value instanceof Instant instant) {
            return EventValidity.isPossible(instant) ? null : EventValidity.impossibleInstant(path + name, instant);
        }
        if (value instanceof Enum<?> symbol && symbol.name().equals(EventValidity.UNKNOWN_SYMBOL)) {
            return Rejection.impossible(path + name, "holds a symbol of a newer schema, unknown to this release");
        }
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            return allows(number) ? null : EventValidity.number(path + name, number, minimum, maximum);
        }
        return null;
    }

    /** What is wrong with an item of a list that is no record, or null; an id in a list is one that must be there. */
    Rejection checkItem(String item, Object value) {
        return id ? IdValidity.required(item, (String) value) : null;
    }

    private Rejection wrongId(String field, String text) {
        return required ? IdValidity.required(field, text) : IdValidity.optional(field, text);
    }

    private static long bound(Schema.Field field, String property, long otherwise) {
        return field.getObjectProp(property) instanceof Number bound ? bound.longValue() : otherwise;
    }
}
