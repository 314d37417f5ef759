package io.deskpulse.ops.migrations;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits ClickHouse SQL at the semicolons between statements.
 *
 * <p>Semicolons inside strings ({@code '…'} with backslash or doubled-quote escapes), quoted names ({@code "…"}, {@code `…`}),
 * heredocs ({@code $tag$…$tag$}) and comments ({@code --}, {@code #!}, {@code /* … *}{@code /}) do not count.
 */
final class SqlScript {
    private final String text;
    private final List<String> statements = new ArrayList<>();
    private int at;
    private int start;
    private boolean hasCode;

    private SqlScript(String text) {
        this.text = text;
    }

    /** The statements in order, without the semicolons, comments kept; pieces of comments alone are left out. Never throws. */
    static List<String> split(String text) {
        SqlScript script = new SqlScript(text);
        script.scan();
        return script.statements;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("--", at) || text.startsWith("#!", at) || text.startsWith("# ", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                at += 2;
                skipTo("*/");
            } else if (c == ';') {
                end();
                at++;
                start = at;
            } else {
                hasCode |= !Character.isWhitespace(c);
                skipToken(c);
            }
        }
        end();
    }

    private void skipToken(char c) {
        if (c == '\'' || c == '"' || c == '`') {
            skipQuoted(c);
        } else if (c == '$') {
            skipHeredoc();
        } else {
            at++;
        }
    }

    private void skipQuoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        // A doubled quote reads as two quoted pieces side by side, which splits no differently.
        at++;
    }

    private void skipHeredoc() {
        int tagEnd = at + 1;
        while (tagEnd < text.length() && Character.isLetterOrDigit(text.charAt(tagEnd))) {
            tagEnd++;
        }
        if (tagEnd < text.length() && text.charAt(tagEnd) == '$') {
            String tag = text.substring(at, tagEnd + 1);
            at = tagEnd + 1;
            skipTo(tag);
        } else {
            at = tagEnd;
        }
    }

    private void skipTo(String mark) {
        int found = text.indexOf(mark, at);
        at = found < 0 ? text.length() : found + mark.length();
    }

    private void end() {
        if (hasCode) {
            statements.add(text.substring(start, Math.min(at, text.length())).strip());
        }
        hasCode = false;
    }
}
