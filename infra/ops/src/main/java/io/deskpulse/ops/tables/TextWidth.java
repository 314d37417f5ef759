package io.deskpulse.ops.tables;

import org.jline.utils.WCWidth;

/**
 * How many columns of a terminal a text takes: wide letters and emoji two, half-width forms one, what joins the letter before it
 * (accents, variation selectors, the parts of a family) none.
 */
final class TextWidth {
    private static final String CUT = "…";

    private TextWidth() {}

    /** Columns of a text without control characters. */
    static int of(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); at += WCWidth.charCountForGraphemeCluster(text, at)) {
            width += WCWidth.wcwidthForGraphemeCluster(text, at);
        }
        return width;
    }

    /** The text, or as many whole letters of it as leave room for the sign that something is missing. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int width = 0;
        int at = 0;
        while (true) {
            width += WCWidth.wcwidthForGraphemeCluster(text, at);
            if (width > columns - 1) {
                return text.substring(0, at) + CUT;
            }
            at += WCWidth.charCountForGraphemeCluster(text, at);
        }
    }
}
