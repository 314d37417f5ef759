package io.deskpulse.metrics.binary;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads what {@link FormWriter} wrote: {@code for (int tag = in.next(); tag != FormReader.END; tag = in.next())} goes through the
 * fields of the form or of a group, each of which is read by the method for its kind or passed over.
 *
 * <p>Damaged bytes give an {@link IOException} that names form and tag, or other values; never another exception, an endless loop, or more
 * memory than a multiple of the bytes. A reader serves any number of forms, one after the other; names and words that come again in a
 * later one are the same strings, so that what is kept of them costs no more memory. Not thread-safe.
 */
public final class FormReader {
    /** No field is left. */
    public static final int END = FormWriter.END;

    private static final int INITIAL_NAMES = 4;
    private static final int KIND_MASK = (1 << FormWriter.KIND_BITS) - 1;

    private final FormId form;
    private final FormBytes in;
    private int depth;
    private int tag;
    private int kind;
    /** Whether the value of the field is still to be read or passed over. */
    private boolean isPending;

    private String[] names = new String[INITIAL_NAMES];
    private int nameCount;

    /** A reader of one form. */
    public FormReader(FormId form) {
        this(form, new Words());
    }

    private FormReader(FormId form, Words words) {
        this.form = form;
        in = new FormBytes(this, words);
    }

    /** Whether bytes begin as forms do; what releases wrote before there were forms does not. */
    public static boolean isForm(byte[] bytes) {
        return bytes.length > 0 && (bytes[0] & FormWriter.FORM) != 0;
    }

    /** Whether bytes are of the form that this one reads, by its number. */
    public boolean reads(byte[] bytes) {
        return isForm(bytes) && (bytes[0] & FormId.MAX_NUMBER) == form.number();
    }

    /**
     * Reads a form that {@link FormWriter#writeFramed} wrote.
     *
     * @throws IOException when there is none, or one of another number
     */
    public static FormReader framed(FormId form, DataInput in) throws IOException {
        return new FormReader(form, null).beginFramed(in);
    }

    /**
     * Begins to read a form that {@link FormWriter#writeFramed} wrote, whatever was read before.
     *
     * @throws IOException when there is none, or one of another number
     */
    public FormReader beginFramed(DataInput from) throws IOException {
        return begin(Frame.read(from, this));
    }

    /**
     * Begins to read a form that fills {@code bytes}, whatever was read before.
     *
     * @throws IOException when its number is another
     */
    public FormReader begin(byte[] bytes) throws IOException {
        int first = in.begin(bytes);
        depth = 0;
        tag = END;
        isPending = false;
        nameCount = 0;
        if (first != (FormWriter.FORM | form.number())) {
            throw damaged("it begins with %d".formatted(first));
        }
        return this;
    }

    /** Goes on to the next field: its tag, or {@link #END} after the last of the form or group. */
    public int next() throws IOException {
        if (isPending) {
            skip();
        }
        if (depth == 0 && in.isAtEnd()) {
            return END;
        }
        long key = in.varint();
        if (key == END) {
            if (--depth < 0) {
                throw damaged("a group ends that never began");
            }
            return END;
        }
        kind = (int) key & KIND_MASK;
        long read = key >>> FormWriter.KIND_BITS;
        if (read == END || read > Integer.MAX_VALUE) {
            throw damaged("%d is no tag".formatted(read));
        }
        tag = (int) read;
        isPending = true;
        return tag;
    }

    /** A number of {@link FormWriter#number}. */
    public long number() throws IOException {
        expect(FormWriter.NUMBER);
        return in.varint();
    }

    /** A number of {@link FormWriter#number} that fits into an int and is not negative. */
    public int count() throws IOException {
        long number = number();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw damaged("%d is no count".formatted(number));
        }
        return (int) number;
    }

    /** A number of {@link FormWriter#signed}. */
    public long signed() throws IOException {
        long zigzag = number();
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    /** A number of {@link FormWriter#signed} that fits into an int. */
    public int signedInt() throws IOException {
        long number = signed();
        if (number != (int) number) {
            throw damaged("%d is too large".formatted(number));
        }
        return (int) number;
    }

    /** What {@link FormWriter#flag} wrote. */
    public boolean flag() throws IOException {
        return number() != 0;
    }

    /** What {@link FormWriter#answer} wrote. */
    public boolean answer() throws IOException {
        return number() == FormWriter.YES;
    }

    /** What {@link FormWriter#constant} wrote, given all constants of the type. */
    public <T extends Enum<T>> T constant(T[] constants) throws IOException {
        long number = number();
        if (number < 1 || number > constants.length) {
            throw damaged("there is no constant " + number);
        }
        return constants[(int) number - 1];
    }

    /** What {@link FormWriter#instant} wrote. */
    public long instant(long sinceMillis) throws IOException {
        return sinceMillis + signed();
    }

    /** What {@link FormWriter#text} wrote; null where another text was expected and there is none. */
    public String text() throws IOException {
        return isNoText() ? null : in.string(textLength());
    }

    /** The same of a text that many forms have, as that of a shop: equal ones are one string to a reader that serves many forms. */
    public String word() throws IOException {
        return isNoText() ? null : in.word(textLength());
    }

    /** What {@link FormWriter#bytes} wrote. */
    public byte[] bytes() throws IOException {
        return in.copy(textLength());
    }

    /** What {@link FormWriter#name} wrote. */
    public String name() throws IOException {
        expect(FormWriter.NAME);
        long number = in.varint();
        if ((number & 1) == 0) {
            String name = in.word(in.length(number >>> 1));
            remember(name);
            return name;
        }
        long place = number >>> 1;
        if (place >= nameCount) {
            throw damaged("there is no name " + place);
        }
        return names[(int) place];
    }

    /** Enters a group, whose fields come next. */
    public void group() throws IOException {
        expect(FormWriter.GROUP);
        depth++;
    }

    /**
     * Goes on to the field without which the rest means nothing. It is written before all others, so that what is passed over on
     * the way comes from a newer release.
     *
     * @throws IOException when there is none
     */
    public void require(int first) throws IOException {
        for (int found = next(); found != first; found = next()) {
            if (found == END) {
                throw damaged("there is no tag %d".formatted(first));
            }
        }
    }

    /** The error to throw for a value that cannot be: it names form and tag. */
    public IOException damaged(String what) {
        return new IOException(
                "form %s, tag %d: %s; the bytes are damaged or of another release".formatted(form, tag, what));
    }

    private void skip() throws IOException {
        isPending = false;
        int groups = skipValue();
        while (groups > 0) {
            long key = in.varint();
            if (key == END) {
                groups--;
            } else {
                kind = (int) key & KIND_MASK;
                groups += skipValue();
            }
        }
    }

    /** Passes over a value: 1 when it is a group, which has only begun then, else 0. */
    private int skipValue() throws IOException {
        switch (kind) {
            case FormWriter.NUMBER -> in.varint();
            case FormWriter.TEXT -> in.skip(in.length(in.varint()));
            case FormWriter.NAME -> {
                // A name counts for the places of later ones, whether or not anybody reads it.
                isPending = true;
                name();
            }
            default -> {
                return 1;
            }
        }
        return 0;
    }

    private void remember(String name) {
        if (nameCount < FormWriter.MAX_NAMES) {
            names = nameCount < names.length ? names : Arrays.copyOf(names, 2 * nameCount);
            names[nameCount++] = name;
        }
    }

    private void expect(int wanted) throws IOException {
        if (kind != wanted || !isPending) {
            throw damaged("a value of kind %d, not %d".formatted(kind, wanted));
        }
        isPending = false;
    }

    private boolean isNoText() throws IOException {
        if (kind != FormWriter.NUMBER) {
            return false;
        }
        if (number() != 0) {
            throw damaged("a number, not a text");
        }
        return true;
    }

    private int textLength() throws IOException {
        expect(FormWriter.TEXT);
        return in.length(in.varint());
    }
}
