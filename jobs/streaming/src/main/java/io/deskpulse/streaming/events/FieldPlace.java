package io.deskpulse.streaming.events;

import org.apache.avro.Schema;

/**
 * Where {@link EventFields} keeps a field.
 *
 * @param byBody the place in events of each body, in the order of the union; {@link #NOWHERE} where the body has no such field
 */
record FieldPlace(int[] byBody) {
    /** Place of a field that a body does not have. */
    static final int NOWHERE = -1;

    /** How a field's value is given out. */
    enum Kind {
        /** A text, or a symbol of an enum by its name. */
        TEXT,
        /** A whole number, or an instant in milliseconds since the epoch. */
        NUMBER,
        /** True or false. */
        FLAG,
        /** A list of texts, or of records of which one field is asked for. */
        LIST;

        boolean matches(Schema.Field field) {
            Schema schema = FieldLayout.present(field.schema());
            if (schema == null) {
                return false;
            }
            return this
                    == switch (schema.getType()) {
                        case STRING, ENUM -> TEXT;
                        case INT, LONG -> NUMBER;
                        case BOOLEAN -> FLAG;
                        case ARRAY -> LIST;
                        default -> null;
                    };
        }
    }
}
