package io.deskpulse.metrics.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which digits in a row are a person's number: a phone, an ID card or a bank card, by length, beginning and check digits. */
final class PersonalNumber {
    static final String PHONE = "[phone]";
    static final String ID_CARD = "[id-card]";
    static final String BANK_CARD = "[bank-card]";

    /** Longer than any of them with a country's prefix. */
    static final int MOST_DIGITS = 24;

    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    private static final int[] CHECK_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final Set<String> USUAL_PARTS =
            Set.of("[3, 4, 4]", "[3, 8]", "[7, 4]", "[3, 3, 5]", "[3, 2, 2, 2, 2]", "[4, 3, 4]", "[4, 4, 3]", "[5, 6]");

    private PersonalNumber() {}

    /**
     * The label of a number; null when it is none.
     *
     * @param digits its digits, with X as an ID card's last
     * @param groups how many of them stand together each time
     * @param plus whether a plus sign stands before it
     * @param mayBeList whether what stands between the groups also stands between prices or sizes: then only what is grouped as people
     *     group a phone, or has the check digits of a card, is one
     */
    static String label(String digits, int[] groups, boolean plus, boolean mayBeList) {
        if (isIdCard(digits, groups)) {
            return ID_CARD;
        }
        if (digits.indexOf('X') >= 0) {
            return null;
        }
        if (isPhone(digits, groups, plus, mayBeList)) {
            return PHONE;
        }
        return isCard(digits, groups, mayBeList) ? BANK_CARD : null;
    }

    /** The same of digits with an odd sign between all of them, or all of their groups. */
    static String labelOfOdd(String digits, int[] groups) {
        if (digits.indexOf('X') < 0 && isMobile(digits) && isUsual(groups)) {
            return PHONE;
        }
        String label = label(digits, groups, false, true);
        boolean isSure = BANK_CARD.equals(label) ? isPlain(groups) : ID_CARD.equals(label) && checks(digits);
        return isSure ? label : null;
    }

    private static boolean isPhone(String digits, int[] groups, boolean plus, boolean mayBeList) {
        if (isMobile(national(digits))) {
            return !mayBeList || digits.length() > 11 || isUsual(groups);
        }
        if (plus || (digits.startsWith("00") && groups[0] >= 3)) {
            return digits.length() >= 8 && digits.length() <= 15;
        }
        if (groups[0] == 2 && digits.startsWith("00")) {
            return digits.length() >= 10 && digits.length() <= 15 && digits.charAt(2) != '0';
        }
        boolean isDecimal = groups[0] == 1 && groups.length > 1 && !allSingle(groups);
        if (digits.charAt(0) == '0' && !isDecimal) {
            return digits.length() >= 10 && digits.length() <= 12 && digits.charAt(1) != '0';
        }
        boolean isService = digits.length() == 10 && (digits.startsWith("400") || digits.startsWith("800"));
        return isService || isAmerican(digits, groups);
    }

    private static boolean isMobile(String digits) {
        return digits.length() == 11 && digits.charAt(0) == '1' && digits.charAt(1) >= '3';
    }

    /** Whether eleven digits stand as people write them: in one, two or three parts, or some parts spelled digit by digit. */
    private static boolean isUsual(int[] groups) {
        int[] parts = spelledTogether(groups);
        return parts.length == 1 || parts.length == 3 && parts[0] >= 5 || USUAL_PARTS.contains(Arrays.toString(parts));
    }

    /** Area, exchange and line, in one, in three or spelled digit by digit; the area does not begin with 0 or 1, nor does the exchange in one. */
    private static boolean isAmerican(String digits, int[] groups) {
        if (digits.length() != 10 || digits.charAt(0) <= '1') {
            return false;
        }
        int[] parts = spelledTogether(groups);
        boolean isExchange = digits.charAt(3) > '1';
        return Arrays.equals(parts, new int[] {3, 3, 4}) || isExchange && (parts.length == 1 || isSpelled(groups));
    }

    /** Whether three parts of a number are there, some digit by digit. */
    private static boolean isSpelled(int[] groups) {
        return Arrays.stream(groups).filter(size -> size == 1).count() >= 3
                && Arrays.stream(groups).allMatch(size -> size == 1 || size == 3 || size == 4);
    }

    /** Groups of which each run of single digits is one. */
    private static int[] spelledTogether(int[] groups) {
        List<Integer> parts = new ArrayList<>();
        boolean isOpen = false;
        for (int size : groups) {
            if (size == 1 && isOpen) {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1) + 1);
            } else {
                parts.add(size);
            }
            isOpen = size == 1;
        }
        return parts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Without the prefix of China. */
    private static String national(String digits) {
        if (digits.startsWith("0086")) {
            return digits.substring(4);
        }
        return digits.startsWith("86") && digits.length() == 13 ? digits.substring(2) : digits;
    }

    private static boolean isIdCard(String digits, int[] groups) {
        if (digits.length() == 15) {
            return groups.length == 1 && digits.indexOf('X') < 0 && isRegion(digits) && isDay(digits.substring(8, 12));
        }
        if (digits.length() != 18 || digits.indexOf('X') >= 0 && digits.indexOf('X') < 17) {
            return false;
        }
        String century = digits.substring(6, 8);
        boolean hasBirthday = (century.equals("18") || century.equals("19") || century.equals("20"))
                && isDay(digits.substring(10, 14));
        return hasBirthday && isRegion(digits) && (groups.length == 1 || isPlain(groups) || checks(digits));
    }

    private static boolean isRegion(String digits) {
        return digits.charAt(0) >= '1' && digits.charAt(0) <= '9';
    }

    private static boolean isDay(String monthAndDay) {
        int month = Integer.parseInt(monthAndDay.substring(0, 2));
        int day = Integer.parseInt(monthAndDay.substring(2));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** ISO 7064, MOD 11-2, as GB 11643-1999 has it. */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < CHECK_WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * CHECK_WEIGHTS[i];
        }
        return digits.charAt(17) == CHECK_DIGITS.charAt(sum % 11);
    }

    /** So many digits in a row are a card or an order, whatever they are; torn into odd pieces they must check as a card does. */
    private static boolean isCard(String digits, int[] groups, boolean mayBeList) {
        if (groups.length == 1) {
            return digits.length() >= SHORTEST_CARD;
        }
        boolean fits = digits.length() >= SHORTEST_CARD && digits.length() <= LONGEST_CARD;
        return fits && (luhn(digits) || (isPlain(groups) && (!mayBeList || allSingle(groups))));
    }

    /** Each digit alone, fours as on a card, or the three parts of an ID card. */
    private static boolean isPlain(int[] groups) {
        boolean fours = true;
        for (int i = 0; i < groups.length - 1; i++) {
            fours &= groups[i] == 4;
        }
        return allSingle(groups)
                || (fours && groups[groups.length - 1] <= 7)
                || Arrays.equals(groups, new int[] {6, 8, 4});
    }

    private static boolean allSingle(int[] groups) {
        return Arrays.stream(groups).allMatch(size -> size == 1);
    }

    /** ISO/IEC 7812, annex B. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
