package io.deskpulse.streaming.reasons.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes one spelling of several: full-width forms, capitals, traditional characters and kinds of apostrophes make no difference. */
public final class Letters {
    static final char FIRST_HAN = '\u4e00';
    static final char LAST_HAN = '\u9fa5';

    /** How far full-width forms are behind ASCII. */
    private static final int FULL_WIDTH = 0xfee0;

    private static final char[] SIMPLIFIED = simplified();
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02bc`\u00b4]");
    private static final Pattern GAPS = Pattern.compile("[\\s_\\-]+");

    private Letters() {}

    /** The text in one spelling: compatibility forms composed (NFKC), lower case, simplified characters. */
    public static String plain(String text) {
        char[] letters = text.toCharArray();
        return makeSimple(letters, letters.length) ? new String(letters) : composed(text);
    }

    /**
     * The same into an array, which grows where it is too short; without a string on the way for most texts.
     *
     * @param longest where a longer text is cut off
     * @return the array with the letters, behind which others may stand: {@link Plain#length} tells how many count
     */
    static Plain plain(String text, int longest, char[] array) {
        int length = Math.min(text.length(), longest);
        char[] letters = array.length < length ? new char[length] : array;
        text.getChars(0, length, letters, 0);
        if (makeSimple(letters, length)) {
            return new Plain(letters, length);
        }
        char[] composed = composed(text.substring(0, length)).toCharArray();
        return new Plain(composed, composed.length);
    }

    /** So many letters of an array. */
    record Plain(char[] letters, int length) {}

    /**
     * Makes one spelling of letters of which each has one by itself: ASCII, usual Chinese characters and punctuation, full-width
     * forms. False at the first that may not, and the letters are of no use then.
     */
    private static boolean makeSimple(char[] letters, int length) {
        for (int i = 0; i < length; i++) {
            char c = isFullWidth(letters[i]) ? (char) (letters[i] - FULL_WIDTH) : letters[i];
            if (c >= FIRST_HAN && c <= LAST_HAN) {
                letters[i] = SIMPLIFIED[c];
            } else if (c < '\u0080') {
                char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
                letters[i] = lower == '`' ? '\'' : lower;
            } else if (c != '\u3001' && c != '\u3002') {
                return false;
            }
        }
        return true;
    }

    private static boolean isFullWidth(char c) {
        return c >= '\uff01' && c <= '\uff5e';
    }

    private static String composed(String text) {
        String normal = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        char[] letters = normal.toLowerCase(Locale.ROOT).toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = SIMPLIFIED[letters[i]];
        }
        return APOSTROPHES.matcher(new String(letters)).replaceAll("'");
    }

    /** A label in one spelling; lines, hyphens and blanks between its words make no difference either. */
    public static String label(String text) {
        return GAPS.matcher(plain(text)).replaceAll(" ").strip();
    }

    private static char[] simplified() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int letter = 0; letter < table.length; letter++) {
            table[letter] = (char) letter;
        }
        try (InputStream in = Letters.class.getResourceAsStream("/reasons/simplified.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Pattern.compile(" ").splitAsStream(line))
                    .forEach(pair -> table[pair.charAt(0)] = pair.charAt(1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table of simplified characters", e);
        }
        return table;
    }
}
