package io.deskpulse.metrics.privacy;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in one spelling, beside the places of its characters in the text as it was written.
 *
 * <p>Full-width, circled, mathematical and superscript forms are their plain ones (NFKC), digits of any script are 0 to 9, signs without
 * width are gone. So a pattern finds what a person reads, and what it finds can be taken out of what was written.
 */
final class ShadowText {
    private static final int COMBINING_KEYCAP = 0x20E3;

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
        int digit = Character.digit(character, 10);
        if (digit >= 0) {
            append((char) ('0' + digit), place);
        } else {
            String form = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
            for (int i = 0; i < form.length(); i++) {
                append(form.charAt(i), place);
            }
        }
    }

    private static boolean hasNoWidth(int character) {
        return Character.getType(character) == Character.FORMAT
                || (character >= 0xFE00 && character <= 0xFE0F)
                || character == COMBINING_KEYCAP;
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
