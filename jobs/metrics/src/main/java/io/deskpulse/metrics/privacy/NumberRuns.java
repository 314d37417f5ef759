package io.deskpulse.metrics.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Numbers of people in a text: phones, ID cards, bank cards, whatever stands between their digits and however these are written.
 *
 * <p>A run is a sequence of digits, Chinese numerals and English words for digits with at most three separators between two of them.
 * Its groups are what stands together; a number is one or more groups in a row.
 */
final class NumberRuns {
    private static final int MOST_BETWEEN = 3;
    private static final int MOST_GROUPS = 40;
    private static final String SEPARATORS = " .-_·•・,，、/()*+~|—–−。\t\n\"'";
    private static final String NUMERALS = "零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺洞两";
    private static final String NUMERAL_DIGITS = "000123456789123456789102";
    private static final String LOOK_LIKE_DIGITS = "OoQlI|SsZB";
    private static final String LOOKS_LIKE = "0001115528";
    private static final Map<String, Character> WORDS = Map.ofEntries(
            Map.entry("zero", '0'),
            Map.entry("oh", '0'),
            Map.entry("one", '1'),
            Map.entry("two", '2'),
            Map.entry("three", '3'),
            Map.entry("four", '4'),
            Map.entry("five", '5'),
            Map.entry("six", '6'),
            Map.entry("seven", '7'),
            Map.entry("eight", '8'),
            Map.entry("nine", '9'));

    private final CharSequence text;
    private final Finds finds;

    NumberRuns(CharSequence text, Finds finds) {
        this.text = text;
        this.finds = finds;
    }

    /** Digits that stand together. */
    private record Group(int start, int end, String digits) {}

    /** Notes all of them. */
    void find() {
        int at = 0;
        while (at < text.length()) {
            Group first = group(at);
            if (first == null) {
                at++;
            } else {
                at = run(first);
            }
        }
    }

    /** Reads the run that begins with a group, notes what is in it, and returns where to go on. */
    private int run(Group first) {
        List<Group> groups = new ArrayList<>();
        Group last = first;
        while (last != null) {
            groups.add(last);
            last = groups.size() == MOST_GROUPS ? null : next(last.end());
        }
        int from = 0;
        while (from < groups.size()) {
            int to = longest(groups, from);
            from = to > from ? to : from + 1;
        }
        return groups.get(groups.size() - 1).end();
    }

    /** Notes the longest number that begins with a group; returns the group after it, the same when there is none. */
    private int longest(List<Group> groups, int from) {
        StringBuilder digits = new StringBuilder();
        String label = null;
        int to = from;
        for (int i = from; i < groups.size() && digits.length() <= PersonalNumber.MOST_DIGITS; i++) {
            digits.append(groups.get(i).digits());
            String found = PersonalNumber.label(
                    digits.toString(),
                    sizes(groups.subList(from, i + 1)),
                    signBefore(groups.get(from).start()));
            if (found != null) {
                label = found;
                to = i + 1;
            }
        }
        if (label != null) {
            finds.add(start(groups.get(from).start(), label), groups.get(to - 1).end(), label);
        }
        return to;
    }

    private static int[] sizes(List<Group> groups) {
        return groups.stream().mapToInt(group -> group.digits().length()).toArray();
    }

    /** With the sign of an international number, and the bracket of an area code. */
    private int start(int start, String label) {
        int at = start;
        while (at > 0 && label.equals(PersonalNumber.PHONE) && "+(".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private boolean signBefore(int start) {
        return start > 0 && text.charAt(start - 1) == '+';
    }

    private Group next(int end) {
        int at = end;
        while (at < text.length() && at - end < MOST_BETWEEN && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? group(at) : null;
    }

    /** The digits that begin at a place; null when none do. */
    private Group group(int at) {
        char first = text.charAt(at);
        if (isLatin(first)) {
            boolean begins = at == 0 || !isLatin(text.charAt(at - 1));
            return begins ? word(at) : null;
        }
        if (digit(first) < 0) {
            return null;
        }
        if (first > '9') {
            return new Group(at, at + 1, Character.toString((char) digit(first)));
        }
        boolean begins = at == 0 || !isAlphanumeric(text.charAt(at - 1));
        int end = at;
        StringBuilder digits = new StringBuilder();
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            digits.append(text.charAt(end++));
        }
        boolean goesOn = end < text.length() && isLatin(text.charAt(end));
        if (goesOn && begins) {
            Group mixed = lookAlikes(at);
            if (mixed != null) {
                return mixed;
            }
            boolean isCheckDigit = "xX".indexOf(text.charAt(end)) >= 0
                    && (end + 1 == text.length() || !isAlphanumeric(text.charAt(end + 1)));
            if (isCheckDigit) {
                return new Group(at, end + 1, digits + "X");
            }
        }
        return new Group(at, end, digits.toString());
    }

    /** A word for a digit, or letters and digits that look like digits. */
    private Group word(int at) {
        int end = at;
        while (end < text.length() && isLatin(text.charAt(end))) {
            end++;
        }
        Character digit = WORDS.get(text.subSequence(at, end).toString().toLowerCase(java.util.Locale.ROOT));
        return digit == null ? lookAlikes(at) : new Group(at, end, digit.toString());
    }

    /** Digits among which letters stand that look like them; null when it is another word. */
    private Group lookAlikes(int at) {
        StringBuilder digits = new StringBuilder();
        int real = 0;
        int end = at;
        while (end < text.length() && isAlphanumeric(text.charAt(end))) {
            char c = text.charAt(end++);
            int like = LOOK_LIKE_DIGITS.indexOf(c);
            if (c >= '0' && c <= '9') {
                real++;
                digits.append(c);
            } else if (like >= 0) {
                digits.append(LOOKS_LIKE.charAt(like));
            } else {
                return null;
            }
        }
        return digits.length() >= 3 && 2 * real >= digits.length() && real < digits.length()
                ? new Group(at, end, digits.toString())
                : null;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c;
        }
        int numeral = NUMERALS.indexOf(c);
        return numeral < 0 ? -1 : NUMERAL_DIGITS.charAt(numeral);
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isAlphanumeric(char c) {
        return isLatin(c) || (c >= '0' && c <= '9');
    }
}
