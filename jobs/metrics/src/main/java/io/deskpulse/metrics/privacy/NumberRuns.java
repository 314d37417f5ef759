package io.deskpulse.metrics.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of people in a text: phones, ID cards, bank cards, whatever stands between their digits and however these are written.
 *
 * <p>A run is a sequence of digits, Chinese numerals and English words for digits with at most three separators between two of them,
 * where the same one again and again counts once. Its groups are what stands together; a number is one or more groups in a row.
 */
final class NumberRuns {
    private static final int MOST_BETWEEN = 3;
    private static final int MOST_REPEATED = 12;
    private static final int MOST_GROUPS = 40;
    private static final String SEPARATORS = " .-_·•・,，、/()*+~|−。<>[]{}【】《》\t\n\"'";
    /** Of these, those that also stand between numbers of a list, of a formula or of a table: sizes, prices. */
    private static final String LIST_SEPARATORS = ",，、/*+~<>[]{}【】《》";

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
    /** What people say between two parts of a number. */
    private static final Pattern SPOKEN = Pattern.compile(
            "空格|横杠|杠|再?加|然后是?|接着是?|后面是?|(?:dash|space|hyphen|then|and then)(?![a-z])", Pattern.CASE_INSENSITIVE);

    private static final Pattern ONE_WORD = Pattern.compile(String.join("|", WORDS.keySet()));
    private static final Pattern TIMES =
            Pattern.compile("(double|triple)[ -]([a-z]{2,5}|\\d)(?![a-z0-9])", Pattern.CASE_INSENSITIVE);

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
            List<Group> taken = groups.subList(from, i + 1);
            String found = PersonalNumber.label(
                    digits.toString(), sizes(taken), signBefore(taken.get(0).start()), mayBeList(taken));
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

    /** Numbers of a list do not begin with a zero. */
    private boolean mayBeList(List<Group> groups) {
        if (groups.stream().skip(1).anyMatch(group -> group.digits().matches("0\\d+"))) {
            return false;
        }
        for (int i = 1; i < groups.size(); i++) {
            for (int at = groups.get(i - 1).end(); at < groups.get(i).start(); at++) {
                char sign = text.charAt(at);
                if (LIST_SEPARATORS.indexOf(sign) >= 0 || SEPARATORS.indexOf(sign) < 0) {
                    return true;
                }
            }
        }
        return false;
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
        int at = separated(end);
        Matcher spoken =
                at < 0 || at >= text.length() ? null : SPOKEN.matcher(text).region(at, text.length());
        if (spoken != null && spoken.lookingAt()) {
            at = separated(spoken.end());
        }
        return at >= 0 && at < text.length() ? group(at) : null;
    }

    /** The place behind the separators at a place; negative when there are too many. */
    private int separated(int from) {
        int at = from;
        int different = 0;
        while (at < text.length() && at - from < MOST_REPEATED && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
            different += at == from || text.charAt(at) != text.charAt(at - 1) ? 1 : 0;
            if (different > MOST_BETWEEN) {
                return -1;
            }
            at++;
        }
        return at;
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

    /** Words for digits, also without blanks between them, or letters and digits that look like digits. */
    private Group word(int at) {
        int end = at;
        while (end < text.length() && isLatin(text.charAt(end))) {
            end++;
        }
        String word = text.subSequence(at, end).toString().toLowerCase(Locale.ROOT);
        String digits = spelled(word);
        if (!digits.isEmpty()) {
            return new Group(at, end, digits);
        }
        return word.equals("double") || word.equals("triple") ? times(at) : lookAlikes(at);
    }

    /** The digits that a word is made of; empty when it is another. */
    private static String spelled(String word) {
        StringBuilder digits = new StringBuilder();
        Matcher one = ONE_WORD.matcher(word);
        int at = 0;
        while (at < word.length() && one.region(at, word.length()).lookingAt()) {
            digits.append(WORDS.get(one.group()));
            at = one.end();
        }
        return at == word.length() ? digits.toString() : "";
    }

    /** {@code double two}; null when no digit follows. */
    private Group times(int at) {
        Matcher times = TIMES.matcher(text).region(at, text.length());
        if (!times.lookingAt()) {
            return null;
        }
        String what = times.group(2).toLowerCase(Locale.ROOT);
        String digit = Character.isDigit(what.charAt(0)) ? what : spelled(what);
        return digit.length() == 1
                ? new Group(at, times.end(), digit.repeat(times.group(1).equalsIgnoreCase("double") ? 2 : 3))
                : null;
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

    /** The digit that a character stands for, as a character; negative when it stands for none. */
    static int digit(char c) {
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
