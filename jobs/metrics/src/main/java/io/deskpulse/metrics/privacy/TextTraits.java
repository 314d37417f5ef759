package io.deskpulse.metrics.privacy;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a text has that personal data cannot do without: a pattern that lacks it there need not be tried. Reading a text once costs a
 * small part of what all patterns cost, and of most texts hardly one of them is tried.
 */
final class TextTraits {
    private final String lower;
    private final CharSequence text;
    private final Pattern messenger;
    private final int digits;
    private final int hexadecimals;
    private Boolean hasMessenger;

    /**
     * Of a text of one spelling.
     *
     * @param messenger finds names of messengers
     */
    TextTraits(CharSequence text, Pattern messenger) {
        this.text = text;
        this.messenger = messenger;
        this.lower = text.toString().toLowerCase(Locale.ROOT);
        int found = 0;
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            found += isDigit ? 1 : 0;
            run = isDigit || (c >= 'a' && c <= 'f') ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        this.digits = found;
        this.hexadecimals = longest;
    }

    /** Whether it has any of some words, which are in lower case; of the text any case counts. */
    boolean hasAny(String... words) {
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has this many digits, wherever they stand. */
    boolean hasDigits(int count) {
        return digits >= count;
    }

    /** Whether this many hexadecimal digits in lower case stand together. */
    boolean hasHexadecimals(int count) {
        return hexadecimals >= count;
    }

    /** Whether it names a messenger. */
    boolean hasMessenger() {
        if (hasMessenger == null) {
            hasMessenger = mayHaveMessenger() && messenger.matcher(text).find();
        }
        return hasMessenger;
    }

    private boolean mayHaveMessenger() {
        return hasAny("信", "❤", "♥", "♡", "芯", "❣", "微", "薇", "威", "绿泡泡", "卫星", "球球", "蔻蔻", "抠抠", "扣扣")
                || hasAny(
                        "我v", "v一下", "企鹅", "支付宝", "抖音", "小红书", "旺旺", "wx", "wechat", "c-h-a-t", "weixin", "wei xin",
                        "qq", "q q")
                || hasAny(
                        "we chat",
                        "we-chat",
                        "we.chat",
                        "whatsapp",
                        "telegram",
                        "tg",
                        "skype",
                        "line id",
                        "my line",
                        "kakao",
                        "alipay")
                || hasAny("insta", "ig", "tiktok", "snap", "discord", "viber", "facebook", "ins", "signal")
                || (hasAny("v") && hasAny("x", ":", "="))
                || (hasAny("q") && hasAny(":", "=", "号", "是"));
    }
}
