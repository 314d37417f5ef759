package io.deskpulse.metrics.binary;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the one compact binary form of events, states and facts: fields by tag, those with their default left out.
 *
 * <p>A form is a byte of 0x80 plus its number, then fields. A field is the varint {@code tag << 2 | kind} and a value of one of
 * four kinds: a <em>number</em> (varint; zigzag where negative ones are usual), a <em>text</em> (length, UTF-8), a <em>name</em>,
 * and a <em>group</em> (fields, then a byte 0). A name is a text that is likely to come again in the same form, as accounts do: twice
 * its length and the text the first time, twice its place among the names plus one from then on. A varint has seven bits a byte,
 * the lowest first.
 *
 * <p>Tags are 1 or more, those below 32 take one byte; a tag in use never changes its meaning. A writer serves any number of forms,
 * one after the other. Not thread-safe.
 */
public final class FormWriter {
    /** The last tag that takes one byte. */
    public static final int LAST_SHORT_TAG = 31;

    static final int FORM = 0x80;
    static final int NUMBER = 0;
    static final int TEXT = 1;
    static final int NAME = 2;
    static final int GROUP = 3;
    static final int KIND_BITS = 2;
    static final int END = 0;

    /** How an answer is written. */
    static final int NO = 1;

    static final int YES = 2;

    /** Enough for all accounts of a conversation; names beyond are written out each time, so that looking for one stays cheap. */
    static final int MAX_NAMES = 64;

    private static final int LONGEST_VARINT = 10;
    private static final int INITIAL_BYTES = 256;
    private static final int INITIAL_NAMES = 4;
    private static final int NOT_EMPTY = -1;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int length;
    private String[] names = new String[INITIAL_NAMES];
    private int nameCount;
    private int groupFrom;
    /** Where the content of the group begun last begins; {@link #NOT_EMPTY} when that is known to have some. */
    private int groupContent;

    private boolean isForComparison;

    /**
     * A writer of bytes that are compared and never read: their numbers are as Avro writes them, so that of two amounts the one is smaller
     * which is so in the bytes of the events themselves.
     */
    public static FormWriter forComparison() {
        FormWriter out = new FormWriter();
        out.isForComparison = true;
        return out;
    }

    /** Begins a form, whatever was written before. */
    public FormWriter begin(FormId form) {
        length = 0;
        nameCount = 0;
        groupContent = NOT_EMPTY;
        bytes[length++] = (byte) (FORM | form.number());
        return this;
    }

    /** A number that is hardly ever negative; left out when it is 0. */
    public void number(int tag, long value) {
        if (value != 0) {
            key(tag, NUMBER);
            append(isForComparison ? zigzag(value) : value);
        }
    }

    /** A number that is often negative; left out when it is 0. */
    public void signed(int tag, long value) {
        number(tag, zigzag(value));
    }

    /** Left out when it is false. */
    public void flag(int tag, boolean value) {
        number(tag, value ? 1 : 0);
    }

    /** Yes or no; left out when it is null. */
    public void answer(int tag, Boolean value) {
        number(tag, value == null ? 0 : value ? YES : NO);
    }

    /** A constant by its ordinal, so that constants are only ever added at the end; left out when it is null. */
    public void constant(int tag, Enum<?> value) {
        number(tag, value == null ? 0 : value.ordinal() + 1);
    }

    /** A constant that is nearly always the usual one, and is left out then; never null. */
    public <T extends Enum<T>> void constant(int tag, T value, T usual) {
        constant(tag, value == usual ? null : value);
    }

    /** An instant, milliseconds since another that the reader knows by then; left out when it is {@code none}. */
    public void instant(int tag, long millis, long sinceMillis, long none) {
        if (millis != none) {
            key(tag, NUMBER);
            append(zigzag(millis - sinceMillis));
        }
    }

    /** A text that hardly ever comes again; left out when it is null. */
    public void text(int tag, String value) {
        if (value != null) {
            key(tag, TEXT);
            append(value.getBytes(StandardCharsets.UTF_8), 0);
        }
    }

    /** Bytes that are no text; they stand where one could. */
    public void bytes(int tag, byte[] value) {
        key(tag, TEXT);
        append(value, 0);
    }

    /** A text that is nearly always one that the reader expects as well, null perhaps; left out when it is. */
    public void text(int tag, String value, String expected) {
        if (value == null && expected != null) {
            key(tag, NUMBER);
            append(0);
        } else if (value != null && !value.equals(expected)) {
            text(tag, value);
        }
    }

    /** A text that is likely to come again in this form; left out when it is null. */
    public void name(int tag, String value) {
        if (value == null) {
            return;
        }
        key(tag, NAME);
        for (int i = 0; i < nameCount; i++) {
            if (names[i].equals(value)) {
                append(i << 1 | 1);
                return;
            }
        }
        if (nameCount < MAX_NAMES) {
            names = nameCount < names.length ? names : Arrays.copyOf(names, 2 * nameCount);
            names[nameCount++] = value;
        }
        append(value.getBytes(StandardCharsets.UTF_8), 1);
    }

    /** Begins a group: what is written up to its end belongs to it. */
    public void group(int tag) {
        groupFrom = length;
        key(tag, GROUP);
        groupContent = length;
    }

    /** Ends the group begun last; an empty one stands, as one element of several may be all defaults. */
    public void end() {
        groupContent = NOT_EMPTY;
        append(END);
    }

    /** Ends the group begun last, or takes it back when nothing was written since: for groups of which there is one. */
    public void endUnlessEmpty() {
        if (length == groupContent) {
            length = groupFrom;
            groupContent = NOT_EMPTY;
        } else {
            end();
        }
    }

    /** The form written, where nothing else is written beside it. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Writes the form behind its length, for {@link FormReader#framed}. */
    public void writeFramed(DataOutput out) throws IOException {
        int left = length;
        for (; (left & ~0x7F) != 0; left >>>= 7) {
            out.writeByte(left & 0x7F | 0x80);
        }
        out.writeByte(left);
        out.write(bytes, 0, length);
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private void key(int tag, int kind) {
        append((long) tag << KIND_BITS | kind);
    }

    /** Bytes behind their length, which leaves {@code spare} bits free at its low end. */
    private void append(byte[] content, int spare) {
        append((long) content.length << spare);
        reserve(content.length);
        System.arraycopy(content, 0, bytes, length, content.length);
        length += content.length;
    }

    private void append(long number) {
        reserve(LONGEST_VARINT);
        int position = length;
        long left = number;
        while ((left & ~0x7FL) != 0) {
            bytes[position++] = (byte) (left & 0x7F | 0x80);
            left >>>= 7;
        }
        bytes[position++] = (byte) left;
        length = position;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
