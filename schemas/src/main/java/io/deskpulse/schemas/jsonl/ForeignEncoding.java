package io.deskpulse.schemas.jsonl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * What bytes that are not UTF-8 look like; for the message only, nothing is ever read by it.
 *
 * <p>Chinese in GBK lies nearly all in the rows of the 3,755 frequent characters of GB 2312 (first byte B0 to D7, second A1 to FE), two
 * bytes each. Western text in Windows-1252, the superset of Latin-1 that browsers take it for, has single accented letters, dashes and
 * quotation marks among ASCII.
 */
public final class ForeignEncoding {

    private static final List<String> CHINESE = List.of("GBK", "GB18030");
    private static final String WESTERN = "Windows-1252";

    private int chinese;
    private int western;
    private int other;

    private ForeignEncoding() {}

    /** The name of an encoding as {@code iconv} knows it, or null when the bytes look like no text at all. */
    public static String of(byte[] bytes) {
        ForeignEncoding found = new ForeignEncoding();
        found.count(bytes);
        if (found.chinese > found.western + found.other) {
            return CHINESE.stream()
                    .filter(name -> decodes(name, bytes))
                    .findFirst()
                    .orElse(null);
        }
        return found.western > found.chinese + found.other ? WESTERN : null;
    }

    /** Counts what stands above ASCII: bytes in pairs, and single ones. */
    private void count(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] >= 0) {
                continue;
            }
            if (isFourBytes(bytes, at)) {
                at += 3;
                chinese++;
                continue;
            }
            int first = bytes[at] & 0xff;
            boolean pair = at + 1 < bytes.length && bytes[at + 1] < 0;
            int second = pair ? bytes[++at] & 0xff : first;
            if (pair && isFrequent(first, second)) {
                chinese++;
            } else if (isWestern(first) && isWestern(second)) {
                western++;
            } else {
                other++;
            }
        }
    }

    /** The emoji of GB18030: two pairs of a high byte and a digit. */
    private static boolean isFourBytes(byte[] bytes, int at) {
        return at + 3 < bytes.length && isDigit(bytes[at + 1]) && bytes[at + 2] < 0 && isDigit(bytes[at + 3]);
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    /** Frequent characters, and the row of Chinese punctuation and that of wide letters. */
    private static boolean isFrequent(int first, int second) {
        boolean row = first >= 0xb0 && first <= 0xd7 || first == 0xa1 || first == 0xa3;
        return row && second >= 0xa1 && second != 0xff;
    }

    /** Accented letters, curly quotation marks, dashes, the euro; not the letter that a stray byte of ones would be. */
    private static boolean isWestern(int value) {
        boolean sign = value == 0x80 || value >= 0x91 && value <= 0x97 || value == 0xa3 || value == 0xb0;
        return sign || value >= 0xc0 && value != 0xd7 && value != 0xf7 && value != 0xff;
    }

    private static boolean decodes(String charset, byte[] bytes) {
        try {
            Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
