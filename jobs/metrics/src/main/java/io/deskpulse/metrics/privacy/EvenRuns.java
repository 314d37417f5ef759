package io.deskpulse.metrics.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of people with something odd between all of their digits, or all of their groups: {@code 1★3★5…}, {@code [135]-[2468]-[0917]}.
 *
 * <p>Whatever it is, it says nothing when it is the same each time. Nobody writes a list with so many signs, but times, sizes and scores:
 * what is grouped must be grouped as people group a phone, or have the check digits of a card.
 */
final class EvenRuns {
    private static final String DIGIT = "[0-9零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]";
    private static final int FEWEST = 11;

    /** Ten gaps at least; what stands in them is no digit, and is nothing that a run of numbers is read across anyway. */
    private static final Pattern SINGLE =
            Pattern.compile("(?s)(?<!D)D((?:(?!D).){1,6})D(?:\\1D){9,17}(?:\\1[xX])?(?!D)".replace("D", DIGIT));

    private static final Pattern GROUPS = Pattern.compile(
            "(?s)(?<!D)D{2,8}((?:(?![D\\p{L}×]).){1,8})D{2,8}(?:\\1D{1,8}){0,4}(?:\\1?[xX](?![a-zA-Z]))?(?!D)"
                    .replace("[D", DIGIT.substring(0, DIGIT.length() - 1))
                    .replace("D", DIGIT));

    private final CharSequence text;
    private final Finds finds;

    EvenRuns(CharSequence text, Finds finds) {
        this.text = text;
        this.finds = finds;
    }

    /** Notes all of them. */
    void find() {
        if (text.chars().filter(c -> NumberRuns.digit((char) c) >= 0).count() < FEWEST) {
            return;
        }
        find(SINGLE);
        find(GROUPS);
    }

    private void find(Pattern pattern) {
        Matcher run = pattern.matcher(text);
        while (run.find()) {
            note(run);
        }
    }

    private void note(Matcher run) {
        StringBuilder digits = new StringBuilder();
        String[] groups = run.group().split(Pattern.quote(run.group(1)), -1);
        int[] sizes = new int[groups.length];
        for (int i = 0; i < groups.length; i++) {
            sizes[i] = groups[i].length();
            groups[i].chars().forEach(c -> {
                int digit = NumberRuns.digit((char) c);
                digits.append(digit < 0 ? 'X' : (char) digit);
            });
        }
        String label = PersonalNumber.labelOfOdd(digits.toString(), sizes);
        if (label != null) {
            finds.add(run.start(), run.end(), label);
        }
    }
}
