package io.deskpulse.metrics.conversion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Small values in few bytes: what keeps a remembered buyer at a few hundred bytes. */
final class Compact {
    private Compact() {}

    /** Writes 7 bits a byte, lowest first; negative numbers take ten bytes. */
    static void writeNumber(long number, DataOutput out) throws IOException {
        long left = number;
        while ((left & ~0x7FL) != 0) {
            out.writeByte((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    static long readNumber(DataInput in) throws IOException {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.readByte();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    static void writeInt(int number, DataOutput out) throws IOException {
        writeNumber(number & 0xFFFFFFFFL, out);
    }

    static int readInt(DataInput in) throws IOException {
        return (int) readNumber(in);
    }

    /** Writes an instant in one byte when there is none: no event happens in the millisecond 0. */
    static void writeInstant(long millis, DataOutput out) throws IOException {
        writeNumber(millis == BuyerFacts.NONE ? 0 : millis, out);
    }

    static long readInstant(DataInput in) throws IOException {
        long millis = readNumber(in);
        return millis == 0 ? BuyerFacts.NONE : millis;
    }

    /** Writes null as the empty string, which no event carries where null is allowed. */
    static void writeText(String text, DataOutput out) throws IOException {
        out.writeUTF(text == null ? "" : text);
    }

    static String readText(DataInput in) throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? null : text;
    }

    static void writeTexts(List<String> texts, DataOutput out) throws IOException {
        writeInt(texts.size(), out);
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static void readTexts(List<String> texts, DataInput in) throws IOException {
        for (int left = readInt(in); left > 0; left--) {
            texts.add(in.readUTF());
        }
    }
}
