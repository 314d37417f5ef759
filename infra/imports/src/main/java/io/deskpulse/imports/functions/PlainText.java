package io.deskpulse.imports.functions;

import java.util.Map;

/** The words of a text in HTML; one pass, whatever the text is. */
public final class PlainText {
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "#39", "'", "hellip", "…");

    private PlainText() {}

    /** Without tags, with entities replaced and blanks joined. */
    public static String of(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int i = 0;
        while (i < html.length()) {
            char c = html.charAt(i);
            int end = c == '<' && isTag(html, i) ? html.indexOf('>', i) : -1;
            int semicolon = c == '&' ? html.indexOf(';', i) : -1;
            if (end > 0) {
                text.append(' ');
                i = end + 1;
            } else if (semicolon > i && semicolon - i <= 8) {
                text.append(ENTITIES.getOrDefault(html.substring(i + 1, semicolon), html.substring(i, semicolon + 1)));
                i = semicolon + 1;
            } else {
                text.append(c);
                i++;
            }
        }
        return joined(text);
    }

    private static boolean isTag(String html, int i) {
        return i + 1 < html.length()
                && (Character.isLetter(html.charAt(i + 1)) || "/!".indexOf(html.charAt(i + 1)) >= 0);
    }

    private static String joined(CharSequence text) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            boolean here = Character.isWhitespace(text.charAt(i));
            if (!here) {
                if (blank && joined.length() > 0) {
                    joined.append(' ');
                }
                joined.append(text.charAt(i));
            }
            blank = here;
        }
        return joined.toString();
    }
}
