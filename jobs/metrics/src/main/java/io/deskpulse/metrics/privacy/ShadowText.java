package io.deskpulse.metrics.privacy;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in one spelling, beside the places of its characters in the text as it was written.
 *
 * <p>Full-width, circled, mathematical and superscript forms are their plain ones (NFKC), digits of any script are 0 to 9, traditional
 * characters, letters of other scripts that look Latin and dashes are the usual ones ({@link Variants}), signs without width and marks
 * over, under and through letters are gone. So a pattern finds what a person reads, and what it finds can be taken out of what was written.
 */
final class ShadowText {
    private final StringBuilder plain = new StringBuilder();
    private int[] places;

    private ShadowText(int length) {
        places = new int[Math.max(16, length)];
    }

    static ShadowText of(String text) {
        ShadowText shadow = new ShadowText(text.length());
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            shadow.add(character, at);
            at += Character.charCount(character);
        }
        shadow.place(shadow.plain.length(), text.length());
        return shadow;
    }

    /** The text in one spelling. */
    CharSequence plain() {
        return plain;
    }

    /** Where the character at a place of {@link #plain} begins in the text; its length at the end. */
    int placeOf(int at) {
        return places[at];
    }

    private void add(int character, int place) {
        if (character < 0x80) {
            append((char) character, place);
            return;
        }
        if (hasNoWidth(character)) {
            return;
        }
        int digit = digit(character);
        if (digit >= 0) {
            append((char) ('0' + digit), place);
        } else {
            String form = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
            for (int i = 0; i < form.length(); i++) {
                append(Variants.usual(form.charAt(i)), place);
            }
        }
    }

    /** Of any script, also on a black disc, which no normal form knows; negative when it is none. */
    private static int digit(int character) {
        int digit = Character.digit(character, 10);
        int value = Character.getType(character) == Character.OTHER_NUMBER ? Character.getNumericValue(character) : -1;
        return digit < 0 && value < 10 ? value : digit;
    }

    private static boolean hasNoWidth(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private void append(char character, int place) {
        place(plain.length(), place);
        plain.append(character);
    }

    private void place(int at, int place) {
        if (at == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[at] = place;
    }
}
