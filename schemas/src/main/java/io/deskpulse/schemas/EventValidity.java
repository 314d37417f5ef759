package io.deskpulse.schemas;

import io.deskpulse.events.ShiftPlanned;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What an event must hold beyond its types, whichever door it came through.
 *
 * <p>Required fields and the body are present; ids, the fields whose names end in {@code _id} or {@code _ids}, are what {@link
 * IdValidity} says; instants lie from 2000-01-01 on and before the year 2200; numbers lie within the {@code minimum} and {@code
 * maximum} of the schema; enums hold a symbol this release knows; a shift ends after it starts. Pure: "too far in the future" needs
 * a clock and is decided elsewhere.
 */
public final class EventValidity {

    /** What an enum reads as when a newer writer added the symbol. */
    public static final String UNKNOWN_SYMBOL = "UNKNOWN";

    /** Instants are later than this: seconds taken for milliseconds lie before it, and no shop's chats do. */
    public static final Instant EARLIEST_EXCLUSIVE = Instant.parse("1999-12-31T23:59:59.999Z");

    /** Instants are earlier than this. */
    public static final Instant LATEST_EXCLUSIVE = Instant.parse("2200-01-01T00:00:00Z");

    private static final long EARLIEST_EXCLUSIVE_MILLIS = EARLIEST_EXCLUSIVE.toEpochMilli();
    private static final long LATEST_EXCLUSIVE_MILLIS = LATEST_EXCLUSIVE.toEpochMilli();

    private static final Map<String, FieldRule[]> RULES_BY_RECORD = new HashMap<>();

    static {
        for (EventStream stream : EventStream.values()) {
            compile(stream.schema());
        }
    }

    private EventValidity() {}

    /**
     * The first thing wrong with an event, in the order of its fields, or null when it is valid.
     *
     * @throws IllegalArgumentException when it is none of the four event records
     */
    public static Rejection check(SpecificRecord event) {
        EventStream stream = EventStream.of(event);
        Rejection rejection = checkRecord("", event);
        if (rejection == null && stream.body(event) instanceof ShiftPlanned shift && isEmpty(shift)) {
            return Rejection.impossible("to", "expected an instant after 'from'");
        }
        return rejection;
    }

    /** Whether a record of this schema is valid as soon as each of its fields is; a shift also needs an end after its start. */
    public static boolean isDecidedByFields(Schema record) {
        return !record.getFullName().equals(ShiftPlanned.getClassSchema().getFullName());
    }

    /** What is wrong with an instant in milliseconds since 1970-01-01 UTC, or null. */
    public static Rejection instant(String field, long epochMillis) {
        return isPossibleInstant(epochMillis) ? null : impossibleInstant(field, Instant.ofEpochMilli(epochMillis));
    }

    /** Whether an instant, in milliseconds since 1970-01-01 UTC, may stand in an event. */
    public static boolean isPossibleInstant(long epochMillis) {
        return epochMillis > EARLIEST_EXCLUSIVE_MILLIS && epochMillis < LATEST_EXCLUSIVE_MILLIS;
    }

    /** What is wrong with a number, or null: it must lie between two bounds, both included. */
    public static Rejection number(String field, long value, long minimum, long maximum) {
        if (value >= minimum && value <= maximum) {
            return null;
        }
        String expected = maximum == Long.MAX_VALUE ? "at least " + minimum : minimum + " to " + maximum;
        return Rejection.impossible(field, "expected " + expected + ", got " + value);
    }

    static boolean isPossible(Instant instant) {
        return instant.isAfter(EARLIEST_EXCLUSIVE) && instant.isBefore(LATEST_EXCLUSIVE);
    }

    static Rejection impossibleInstant(String field, Instant instant) {
        return Rejection.impossible(
                field,
                "expected an instant from 2000-01-01 on and before the year 2200, got " + instant + unitHint(instant));
    }

    private static Rejection checkRecord(String path, SpecificRecord record) {
        for (FieldRule rule : RULES_BY_RECORD.get(record.getSchema().getFullName())) {
            Rejection rejection = checkField(path, rule, record.get(rule.position()));
            if (rejection != null) {
                return rejection;
            }
        }
        return null;
    }

    private static Rejection checkField(String path, FieldRule rule, Object value) {
        if (value instanceof SpecificRecord body) {
            return checkRecord(path, body); // the fields of the body are named without a path, as in JSON Lines
        }
        if (value instanceof List<?> items) {
            return checkItems(path + rule.name(), rule, items);
        }
        return rule.check(path, value);
    }

    private static Rejection checkItems(String path, FieldRule rule, List<?> items) {
        for (int i = 0; i < items.size(); i++) {
            String item = path + '[' + i + ']';
            Rejection rejection = items.get(i) instanceof SpecificRecord record
                    ? checkRecord(item + '.', record)
                    : rule.checkItem(item, items.get(i));
            if (rejection != null) {
                return rejection;
            }
        }
        return null;
    }

    private static String unitHint(Instant instant) {
        try {
            return EpochUnit.hint(instant.toEpochMilli());
        } catch (ArithmeticException e) {
            return ""; // written out as a date, and no number of any unit
        }
    }

    private static boolean isEmpty(ShiftPlanned shift) {
        return !shift.getFrom().isBefore(shift.getTo());
    }

    private static void compile(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                RULES_BY_RECORD.put(
                        schema.getFullName(),
                        schema.getFields().stream().map(FieldRule::of).toArray(FieldRule[]::new));
                schema.getFields().forEach(field -> compile(field.schema()));
            }
            case UNION -> schema.getTypes().forEach(EventValidity::compile);
            case ARRAY -> compile(schema.getElementType());
            default -> {}
        }
    }
}
