package io.deskpulse.schemas;

import java.util.Locale;

/**
 * What an id must be: whole text of at most {@link #LONGEST} UTF-16 units, and not blank where it is required.
 *
 * <p>Half a surrogate pair has no form in UTF-8, and encoders put one and the same sign for all of them, so that two conversations, or
 * two orders, would become one. Other text (what was said, a reason) may hold halves: there they harm nothing. Pure.
 */
public final class IdValidity {

    /** The most UTF-16 units of an id: every key, row and state carries it. */
    public static final int LONGEST = 1_000;

    /** What decoders put where they found no character. */
    private static final char LOST_CHARACTER = '\uFFFD';

    private IdValidity() {}

    /** Whether a value will do as an id that must be there. */
    public static boolean isId(String value) {
        return !value.isBlank() && isWhole(value);
    }

    /** Whether a value will do as an id that may be empty. */
    public static boolean isWhole(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char unit = value.charAt(i);
            if (unit == LOST_CHARACTER) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                i++;
                if (i == length || !Character.isSurrogatePair(unit, value.charAt(i))) {
                    return false;
                }
            }
        }
        return length <= LONGEST;
    }

    /** What is wrong with an id that must be there, or null. */
    public static Rejection required(String field, String value) {
        if (value == null) {
            return Rejection.missing(field, "required");
        }
        return value.isBlank()
                ? Rejection.impossible(field, "expected an id, got an empty string")
                : optional(field, value);
    }

    /** What is wrong with an id that may be empty, or null. */
    public static Rejection optional(String field, String value) {
        return isWhole(value) ? null : Rejection.impossible(field, problem(value));
    }

    private static String problem(String value) {
        if (value.length() > LONGEST) {
            return String.format(
                    Locale.ROOT, "expected an id of at most %,d characters, got %,d", LONGEST, value.length());
        }
        return value.indexOf(LOST_CHARACTER) < 0
                ? "holds half a character, one of the two surrogates of an emoji; two such ids would become one"
                : "holds U+FFFD, the sign for a character that was lost; two such ids would become one";
    }
}
