package io.deskpulse.ops.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits ClickHouse SQL at the semicolons between statements, and tells what it names.
 *
 * <p>Semicolons and names inside strings ({@code '…'} with backslash or doubled-quote escapes), quoted names ({@code "…"}, {@code `…`}),
 * heredocs ({@code $tag$…$tag$}) and comments ({@code --}, {@code #!}, {@code /* … *}{@code /}) do not count.
 */
final class SqlScript {
    private static final Pattern REFERENCE = Pattern.compile("\\bdeskpulse\\.`?(\\w+)");

    private final String text;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder bare = new StringBuilder();
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

    /** The text with a space for each comment and nothing in its strings. Never throws. */
    static String bare(String text) {
        SqlScript script = new SqlScript(text);
        script.scan();
        return script.bare.toString();
    }

    /** What it names of the database {@code deskpulse}: tables, views and whatever else a database holds. Never throws. */
    static Set<String> references(String text) {
        Set<String> names = new TreeSet<>();
        for (Matcher reference = REFERENCE.matcher(bare(text)); reference.find(); ) {
            names.add(reference.group(1));
        }
        return names;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("--", at) || text.startsWith("#!", at) || text.startsWith("# ", at)) {
                skipTo("\n");
                bare.append(' ');
            } else if (text.startsWith("/*", at)) {
                at += 2;
                skipTo("*/");
                bare.append(' ');
            } else if (c == ';') {
                end();
                at++;
                bare.append(c);
                start = at;
            } else {
                hasCode |= !Character.isWhitespace(c);
                skipToken(c);
            }
        }
        end();
    }

    private void skipToken(char c) {
        int from = at;
        if (c == '\'' || c == '"' || c == '`') {
            skipQuoted(c);
        } else if (c == '$') {
            skipHeredoc();
        } else {
            at++;
        }
        boolean string = c == '\'' || (c == '$' && at - from > 1 && text.charAt(at - 1) == '$');
        bare.append(string ? "''" : text.substring(from, Math.min(at, text.length())));
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
