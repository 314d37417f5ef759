package io.deskpulse.metrics.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes personal data out of free text: e-mail addresses, ID and bank cards, phone numbers, postal addresses and names that
 * people give of themselves, in Chinese and English, full-width digits included.
 *
 * <p>Each find is replaced by its label, {@code [phone]} say, so that the text stays readable for a product team. Patterns
 * prefer a find too many to a leak. Never throws; null stays null.
 */
public final class TextRedaction {
    private static final String GAP = "[ \\-.()]?";

    private record Rule(Pattern pattern, String replacement) {}

    /** In this order: what a later, looser pattern would cut in half comes first. */
    private static final List<Rule> RULES = List.of(
            rule("[A-Za-z0-9._%+\\-]+@[A-Za-z0-9.\\-]+\\.[A-Za-z]{2,}", "[email]"),
            rule(
                    "(?<!\\d)[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?!\\d)",
                    "[id-card]"),
            rule("(?<!\\d)\\d(?:[ \\-]?\\d){12,18}(?!\\d)", "[bank-card]"),
            rule("(?<!\\d)(?:\\+|00)\\d(?:" + GAP + "\\d){7,14}(?!\\d)", "[phone]"),
            rule("(?<!\\d)1[3-9]\\d" + GAP + "\\d{4}" + GAP + "\\d{4}(?!\\d)", "[phone]"),
            rule("(?<!\\d)\\(?0?\\d{2,3}\\)?[ \\-.]?\\d{3,4}[ \\-.]\\d{4}(?!\\d)", "[phone]"),
            rule("(?<!\\d)0\\d{3,4}[ \\-]\\d{3}[ \\-]?\\d{3,4}(?!\\d)", "[phone]"),
            rule("(?<!\\d)0\\d{2,3}[ \\-]?\\d{7,8}(?!\\d)", "[phone]"),
            rule(
                    "(?:\\p{IsHan}{2,8}?(?:省|自治区))?(?:\\p{IsHan}{2,8}?(?:市|自治州))?\\p{IsHan}{1,8}?(?:区|县|旗|镇|乡)"
                            + "[\\p{IsHan}A-Za-z0-9\\-]{1,30}?(?:路|街|道|巷|弄|村|小区|大厦|花园)"
                            + "(?:[\\p{IsHan}A-Za-z0-9\\-#]{0,20}?(?:号楼|号|栋|幢|单元|层|楼|室))*",
                    "[address]"),
            rule(
                    "\\p{IsHan}{1,12}?(?:路|街|道|巷|弄)\\d{1,5}(?:号|弄)(?:[A-Za-z0-9\\-#]{1,6}(?:号楼|号|栋|幢|单元|层|楼|室))*",
                    "[address]"),
            rule(
                    "(?i)\\b\\d{1,5} (?:[A-Z][a-z]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|close|court)\\b\\.?",
                    "[address]"),
            rule("\\b\\d{1,4},? (?i:rue|avenue|boulevard|via|calle|plaza) (?:\\p{L}+ ?){1,4}", "[address]"),
            rule("\\b\\p{Lu}\\p{L}+(?:strasse|straße|str\\.|gasse|weg|platz|allee) \\d{1,4}[a-z]?\\b", "[address]"),
            rule("(?<=(?:我叫|我是|姓名|收件人|收货人|联系人)[:： ]{0,2})\\p{IsHan}{2,4}(?=[\\s,，。.;；、!！]|$)", "[name]"),
            rule("(?<=\\b(?i:name is|name:|i am called) )[A-Z][A-Za-z'\\-]+(?: [A-Z][A-Za-z'\\-]+){0,2}", "[name]"));

    private TextRedaction() {}

    /** The text without personal data, full-width digits and letters made half-width. */
    public static String redact(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        String redacted = toHalfWidth(text);
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(redacted);
            if (matcher.find()) {
                redacted = matcher.replaceAll(Matcher.quoteReplacement(rule.replacement()));
            }
        }
        return redacted;
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

    private static Rule rule(String regex, String replacement) {
        return new Rule(Pattern.compile(regex), replacement);
    }
}
