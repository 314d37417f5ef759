package io.deskpulse.metrics.privacy;

import io.deskpulse.metrics.privacy.PersonalPatterns.PersonalPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes personal data out of free text: e-mail addresses, accounts of messengers, ID and bank cards, phone numbers, numbers of orders and
 * buyers, postal addresses and names that people give of themselves, in Chinese and English.
 *
 * <p>Digits are found as people write them to get past a filter: full-width, circled or in any script, with signs or blanks between them,
 * as Chinese numerals, English words or letters that look alike. Each find is replaced by its label, {@code [phone]} say, so that the
 * text stays readable for a product team. Prefers a find too many to a leak. Never throws; null stays null.
 */
public final class TextRedaction {
    private TextRedaction() {}

    /** The text without personal data, full-width digits and letters made half-width. */
    public static String redact(String text) {
        return redact(text, true, false);
    }

    /** What somebody of the shop is called: names stay, as they are meant to be read; numbers, addresses and accounts do not. */
    public static String redactColleague(String name) {
        return redact(name, false, false);
    }

    /**
     * What a shop calls a kind of something, such as the rank of a buyer: a label that is nothing but a Chinese name of a person is taken
     * out too, while {@code 王者} and {@code 钻石会员} stay. One without personal data stays to the sign, as it is compared with others.
     */
    public static String redactLabel(String label) {
        if (label == null) {
            return null;
        }
        if (PersonalPatterns.ONLY_A_NAME.matcher(label.strip()).matches()) {
            return PersonalPatterns.NAME;
        }
        String redacted = redact(label);
        return redacted.equals(toHalfWidth(label)) ? label : redacted;
    }

    /** The same with every pattern tried, whether the text has what it needs or not. */
    static String redactTryingAll(String text) {
        return redact(text, true, true);
    }

    private static String redact(String text, boolean isOfBuyers, boolean tryingAll) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        ShadowText shadow = ShadowText.of(text);
        CharSequence plain = shadow.plain();
        Finds finds = new Finds();
        TextTraits traits = new TextTraits(plain, AccountPatterns.MESSENGERS);
        for (PersonalPattern personal : PersonalPatterns.EXACT) {
            if (tryingAll || personal.isPossible().test(traits)) {
                find(plain, personal.pattern(), personal.label(), finds);
            }
        }
        new NumberRuns(plain, finds).find();
        new EvenRuns(plain, finds).find();
        for (PersonalPattern personal : PersonalPatterns.LIKELY) {
            boolean isWanted = isOfBuyers || !personal.label().equals(PersonalPatterns.NAME);
            if (isWanted && (tryingAll || personal.isPossible().test(traits))) {
                find(plain, personal.pattern(), personal.label(), finds);
            }
        }
        return toHalfWidth(finds.isEmpty() ? text : finds.takenOutOf(text, shadow));
    }

    /** Notes what a pattern finds: its group {@code it} where it has one, else all of it. */
    private static void find(CharSequence text, Pattern pattern, String label, Finds finds) {
        Matcher matcher = pattern.matcher(text);
        boolean isPart = pattern.pattern().contains("(?<it>");
        while (matcher.find()) {
            finds.add(
                    isPart ? matcher.start("it") : matcher.start(), isPart ? matcher.end("it") : matcher.end(), label);
        }
    }

    /** Digits, letters and the signs inside numbers and addresses; Chinese punctuation stays. */
    private static String toHalfWidth(String text) {
        StringBuilder half = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E' && mayHideData((char) (c - 0xFEE0))) {
                half = half == null ? new StringBuilder(text) : half;
                half.setCharAt(i, (char) (c - 0xFEE0));
            }
        }
        return half == null ? text : half.toString();
    }

    private static boolean mayHideData(char ascii) {
        return Character.isLetterOrDigit(ascii) || "@.-+".indexOf(ascii) >= 0;
    }
}
