package io.deskpulse.streaming.events;

import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.wire.SingleObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The fields of one event at a time, read off its bytes, or off its decoded record where only Avro can read the bytes; nobody behind
 * can tell which.
 *
 * <p>Bytes are walked and checked once, and a text becomes a string only when it is asked for, so an event costs what is used of it.
 * Not thread-safe.
 */
final class EventFields {
    private static final int PLAIN_BYTES = 100;

    private static final int NO_TEXT = -1;
    private static final long NO_NUMBER = Long.MIN_VALUE;

    private final EventLayout layout;
    private final AvroBytes in = new AvroBytes();
    private final String[] texts;
    private final int[] starts;
    private final int[] lengths;
    private final long[] numbers;
    private final List<?>[] lists;
    /** Where the fields of a list's records pass through when the list is read. */
    private final int spare;

    private byte[] message;
    private int body;

    EventFields(EventLayout layout) {
        this.layout = layout;
        spare = layout.places();
        texts = new String[spare + 1];
        starts = new int[spare + 1];
        lengths = new int[spare + 1];
        numbers = new long[spare + 1];
        lists = new List<?>[spare + 1];
    }

    /**
     * Takes the event of a message; false when it is not a valid event of this release's schema beyond doubt. Then the fields mean
     * nothing, and the message is to be decoded and checked in full.
     */
    boolean read(byte[] bytes) {
        if (!layout.isOf(bytes)) {
            return false;
        }
        message = bytes;
        in.reset(bytes, SingleObject.HEADER_BYTES);
        try {
            if (!readAll(layout.header(), 0)) {
                return false;
            }
            body = in.readInt();
            FieldLayout[] fields = layout.body(body);
            return fields != null && readAll(fields, layout.bodyPlace()) && in.isAtEnd();
        } catch (AvroBytes.Unusual e) {
            return false;
        }
    }

    /** Takes a valid event. */
    void take(SpecificRecord event) {
        SpecificRecord itsBody = layout.stream().body(event);
        body = layout.bodyIndex(itsBody.getSchema().getFullName());
        takeAll(event, layout.bodyPlace(), 0);
        takeAll(itsBody, itsBody.getSchema().getFields().size(), layout.bodyPlace());
    }

    /** Index of the body in the order of the union. */
    int body() {
        return body;
    }

    /** A text or the name of a symbol; null when the event has none. */
    String text(FieldPlace field) {
        int place = field.byBody()[body];
        return place == FieldPlace.NOWHERE ? null : text(place);
    }

    /** A number, or milliseconds since the epoch; {@code otherwise} when the event has none. */
    long number(FieldPlace field, long otherwise) {
        int place = field.byBody()[body];
        return place == FieldPlace.NOWHERE || numbers[place] == NO_NUMBER ? otherwise : numbers[place];
    }

    /** A flag; null when the event has none. */
    Boolean flag(FieldPlace field) {
        long number = number(field, NO_NUMBER);
        return number == NO_NUMBER ? null : number == 1;
    }

    /**
     * The texts of a list, or of one field of its records; null when the event has none.
     *
     * @param item name of that field; ignored of a list of texts
     */
    List<String> texts(FieldPlace field, String item) {
        int place = field.byBody()[body];
        if (place == FieldPlace.NOWHERE || lists[place] == null && starts[place] == NO_TEXT) {
            return null;
        }
        return lists[place] == null ? readTexts(place, item) : takeTexts(lists[place], item);
    }

    private static List<String> takeTexts(List<?> items, String item) {
        List<String> found = new ArrayList<>(items.size());
        for (Object one : items) {
            Object text = one instanceof SpecificRecord record
                    ? record.get(record.getSchema().getField(item).pos())
                    : one;
            found.add((String) text);
        }
        return found;
    }

    /** Reads a list once more, which was checked before. */
    private List<String> readTexts(int place, String item) {
        FieldLayout field = layout.body(body)[place - layout.bodyPlace()];
        in.reset(message, starts[place]);
        List<String> found = new ArrayList<>();
        for (long left = in.readLong(); left != 0; left = in.readLong()) {
            for (; left > 0; left--) {
                if (field.items() == null) {
                    found.add(readItem());
                } else {
                    for (FieldLayout one : field.items()) {
                        read(one, spare);
                        if (one.rule().name().equals(item)) {
                            found.add(text(spare));
                        }
                    }
                }
            }
        }
        return found;
    }

    private String readItem() {
        clear(spare);
        lengths[spare] = in.readLength();
        starts[spare] = in.position();
        in.skip(lengths[spare]);
        return text(spare);
    }

    private String text(int place) {
        if (texts[place] == null && starts[place] != NO_TEXT) {
            texts[place] = new String(message, starts[place], lengths[place], StandardCharsets.UTF_8);
        }
        return texts[place];
    }

    private boolean readAll(FieldLayout[] fields, int firstPlace) {
        for (int i = 0; i < fields.length; i++) {
            if (!read(fields[i], firstPlace + i)) {
                return false;
            }
        }
        return true;
    }

    private boolean read(FieldLayout field, int place) {
        clear(place);
        if (field.absentBranch() != FieldLayout.NEVER_ABSENT) {
            int branch = in.readInt();
            if (branch == field.absentBranch()) {
                return true;
            }
            if (branch != 1 - field.absentBranch()) {
                return false;
            }
        }
        return switch (field.form()) {
            case TEXT -> readText(field, place);
            case SYMBOL -> readSymbol(field, place);
            case INT -> readNumber(field, place, in.readInt());
            case LONG -> readNumber(field, place, in.readLong());
            case INSTANT -> readInstant(place);
            case FLAG -> {
                numbers[place] = in.readBoolean() ? 1 : 0;
                yield true;
            }
            case TEXTS, RECORDS -> readList(field, place);
        };
    }

    private boolean readText(FieldLayout field, int place) {
        int length = in.readLength();
        starts[place] = in.position();
        lengths[place] = length;
        in.skip(length);
        return !field.rule().id()
                || isPlain(starts[place], length)
                || field.rule().allows(text(place));
    }

    /** Whether it is a short word of ASCII, as most ids are: that it is an id can then be told without making a string. */
    private boolean isPlain(int start, int length) {
        boolean plain = length > 0 && length <= PLAIN_BYTES && message[start] > ' ';
        for (int i = start; plain && i < start + length; i++) {
            plain = message[i] >= 0;
        }
        return plain;
    }

    private boolean readSymbol(FieldLayout field, int place) {
        int symbol = in.readInt();
        if (!field.allowsSymbol(symbol)) {
            return false;
        }
        texts[place] = field.symbols()[symbol];
        return true;
    }

    private boolean readNumber(FieldLayout field, int place, long number) {
        numbers[place] = number;
        return field.rule().allows(number);
    }

    private boolean readInstant(int place) {
        numbers[place] = in.readLong();
        return EventValidity.isPossibleInstant(numbers[place]);
    }

    /** Checks a list, of which its place is kept alone: its items pass through the spare one. */
    private boolean readList(FieldLayout field, int place) {
        int from = in.position();
        for (long left = in.readLong(); left != 0; left = in.readLong()) {
            // Negative counts come with a size in bytes; our writers make none.
            for (; left > 0; left--) {
                if (!allowsItem(field)) {
                    return false;
                }
            }
            if (left < 0) {
                return false;
            }
        }
        starts[place] = from;
        return true;
    }

    private boolean allowsItem(FieldLayout field) {
        if (field.items() == null) {
            String text = readItem();
            return field.rule().allowsItem(text);
        }
        for (FieldLayout item : field.items()) {
            if (!read(item, spare)) {
                return false;
            }
        }
        return true;
    }

    private void takeAll(SpecificRecord record, int count, int firstPlace) {
        for (int i = 0; i < count; i++) {
            Object value = record.get(i);
            int place = firstPlace + i;
            clear(place);
            if (value instanceof String text) {
                texts[place] = text;
            } else if (value instanceof Enum<?> symbol) {
                texts[place] = symbol.name();
            } else if (value instanceof Instant instant) {
                numbers[place] = instant.toEpochMilli();
            } else if (value instanceof Number number) {
                numbers[place] = number.longValue();
            } else if (value instanceof Boolean flag) {
                numbers[place] = flag ? 1 : 0;
            } else if (value instanceof List<?> list) {
                lists[place] = list;
            }
        }
    }

    private void clear(int place) {
        texts[place] = null;
        lists[place] = null;
        starts[place] = NO_TEXT;
        numbers[place] = NO_NUMBER;
    }
}
