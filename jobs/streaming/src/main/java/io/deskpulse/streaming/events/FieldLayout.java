package io.deskpulse.streaming.events;

import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.FieldRule;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * How one field of a record lies in Avro's binary form, and what it must hold.
 *
 * @param form of a value that is there
 * @param absentBranch branch of the union that stands for null; {@link #NEVER_ABSENT} when the field is always there
 * @param rule what the value must hold
 * @param symbols of an enum, in their order; null otherwise
 * @param items fields of each record of a list; null otherwise
 */
record FieldLayout(Form form, int absentBranch, FieldRule rule, String[] symbols, FieldLayout[] items) {
    /** No branch of any union. */
    static final int NEVER_ABSENT = -1;

    /** The forms that event fields have. */
    enum Form {
        TEXT,
        SYMBOL,
        INT,
        LONG,
        INSTANT,
        FLAG,
        TEXTS,
        RECORDS
    }

    /** The layout of all fields of a record; null when one has a form that is none of these, so that only Avro can read it. */
    static FieldLayout[] of(List<Schema.Field> fields) {
        FieldLayout[] layouts = new FieldLayout[fields.size()];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] = of(fields.get(i));
            if (layouts[i] == null) {
                return null;
            }
        }
        return layouts;
    }

    /** The schema of a value that is there: of a union with null, the other branch; null when there are several. */
    static Schema present(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        List<Schema> branches = schema.getTypes();
        return branches.size() == 2 && schema.isNullable() ? branches.get(1 - absentBranch(schema)) : null;
    }

    private static FieldLayout of(Schema.Field field) {
        Schema schema = present(field.schema());
        Form form = schema == null ? null : form(schema);
        FieldLayout[] items = form == Form.RECORDS ? of(schema.getElementType().getFields()) : null;
        if (form == null || form == Form.RECORDS && (items == null || items.length == 0)) {
            return null;
        }
        String[] symbols = form == Form.SYMBOL ? schema.getEnumSymbols().toArray(String[]::new) : null;
        return new FieldLayout(form, absentBranch(field.schema()), FieldRule.of(field), symbols, items);
    }

    private static int absentBranch(Schema schema) {
        return schema.isUnion() && schema.isNullable() ? schema.getIndexNamed("null") : NEVER_ABSENT;
    }

    private static Form form(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> Form.TEXT;
            case ENUM -> Form.SYMBOL;
            case INT -> schema.getLogicalType() == null ? Form.INT : null;
            case LONG -> longForm(schema);
            case BOOLEAN -> Form.FLAG;
            case ARRAY -> listForm(schema.getElementType());
            default -> null;
        };
    }

    private static Form listForm(Schema items) {
        return switch (items.getType()) {
            case RECORD -> Form.RECORDS;
            case STRING -> Form.TEXTS;
            default -> null;
        };
    }

    private static Form longForm(Schema schema) {
        if (schema.getLogicalType() == null) {
            return Form.LONG;
        }
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? Form.INSTANT : null;
    }

    /** Whether this release knows the symbol. */
    boolean allowsSymbol(int symbol) {
        return symbol >= 0 && symbol < symbols.length && !symbols[symbol].equals(EventValidity.UNKNOWN_SYMBOL);
    }
}
