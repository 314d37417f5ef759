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
    private static final char[] SIMPLIFIED = simplified();
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02bc`\u00b4]");
    private static final Pattern GAPS = Pattern.compile("[\\s_\\-]+");

    private Letters() {}

    /** The text in one spelling: compatibility forms composed (NFKC), lower case, simplified characters. */
    public static String plain(String text) {
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
