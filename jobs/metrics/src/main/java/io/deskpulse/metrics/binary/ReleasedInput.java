package io.deskpulse.metrics.binary;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/**
 * Values as releases wrote them before there were forms: field after field, without tags. Only for reading their savepoints.
 *
 * @param in where the next value comes from
 */
public record ReleasedInput(DataInput in) {

    /** A text; null was written as the empty one, which no event carried. */
    public String text() throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? null : text;
    }

    /** A constant in one byte; null when it is negative. */
    public <T extends Enum<T>> T constant(T[] constants) throws IOException {
        int ordinal = in.readByte();
        if (ordinal >= constants.length) {
            throw new IOException("a released state has no constant " + ordinal + "; the bytes are damaged");
        }
        return ordinal < 0 ? null : constants[ordinal];
    }

    /** Yes, no, or null in one byte. */
    public Boolean answer() throws IOException {
        int answer = in.readByte();
        return answer < 0 ? null : answer == 1;
    }

    /** A number of seven bits a byte, the lowest first. */
    public long number() throws IOException {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.readByte();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    /** The same as an int. */
    public int smallNumber() throws IOException {
        return (int) number();
    }

    /** An instant as such a number; 0 stood for none. */
    public long instant(long none) throws IOException {
        long millis = number();
        return millis == 0 ? none : millis;
    }

    /** So many texts as such a number says. */
    public void texts(List<String> texts) throws IOException {
        for (int left = smallNumber(); left > 0; left--) {
            texts.add(in.readUTF());
        }
    }
}
