package io.deskpulse.ops.migrations;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One file of {@code views}, replaced as a whole.
 *
 * @param name of the view and of its file
 * @param statement creates or replaces it, with its comment
 * @param needs names of the tables and views that it reads
 */
public record View(String name, String statement, Set<String> needs) {
    private static final Pattern FILE_NAME = Pattern.compile("([a-z][a-z0-9_]*)\\.sql");
    private static final String COMMENT = "--|";
    private static final Pattern QUERY =
            Pattern.compile("^CREATE OR REPLACE VIEW \\S+ AS\n(.*)\nCOMMENT ", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+):([^{}]+)}");
    private static final String VALUE = "(?:'[^'\\\\]*'|\\{\\w+:[^{}]+})";
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+)\\s*=\\s*(" + VALUE + ")");

    /** A parametrised view with arguments that are the same wherever they are written. */
    private static final Pattern CALL = Pattern.compile(
            "\\bdeskpulse\\.(\\w+)\\((\\w+\\s*=\\s*%1$s(?:,\\s*\\w+\\s*=\\s*%1$s)*)\\)".formatted(VALUE));

    /** Copies the set. */
    public View {
        needs = Set.copyOf(needs);
    }

    /**
     * Reads a file: its question and whatever else its maintainers should know in lines that begin with {@code --}, what its users
     * should know in lines that begin with {@code --|}, and the statement.
     *
     * @throws IllegalArgumentException when it has another form, naming the file
     */
    public static View ofFile(String fileName, String text) {
        Matcher file = FILE_NAME.matcher(fileName);
        if (!file.matches()) {
            throw new IllegalArgumentException("a view's file is called by its name as name.sql, got " + fileName);
        }
        String name = file.group(1);
        List<String> statements = SqlScript.split(text.replace("\r\n", "\n"));
        Matcher create = Pattern.compile("^CREATE OR REPLACE VIEW deskpulse\\." + name + "\\b", Pattern.MULTILINE)
                .matcher(statements.isEmpty() ? "" : statements.get(0));
        if (statements.size() != 1 || !create.find()) {
            throw new IllegalArgumentException("views/" + fileName
                    + " must hold one statement that begins with CREATE OR REPLACE VIEW deskpulse." + name);
        }
        String statement = statements.get(0).substring(create.start());
        Set<String> needs = SqlScript.references(statement);
        needs.remove(name);
        return new View(name, statement + "\nCOMMENT " + ClickHouseHttp.literal(comment(fileName, text)), needs);
    }

    /**
     * With the queries of parametrised views in place of their names. ClickHouse analyses such a view once for its columns and once
     * to read it, and one within another both times again, which was most of what a board took. A call stays where an argument is
     * neither a string nor a parameter: written twice, a function of the clock is two instants.
     *
     * @param others with queries in place, by name
     */
    View withQueriesOf(Map<String, View> others) {
        String whole = CALL.matcher(statement).replaceAll(call -> {
            View called = others.get(call.group(1));
            Matcher query = QUERY.matcher(called == null ? "" : called.statement());
            return Matcher.quoteReplacement(query.find() ? given(query.group(1), call) : call.group());
        });
        return new View(name, whole, needs);
    }

    /** The query in parentheses; the call itself when it does not fit, for the server to say so. */
    private static String given(String query, MatchResult call) {
        Map<String, String> values = new HashMap<>();
        for (Matcher argument = ARGUMENT.matcher(call.group(2)); argument.find(); ) {
            values.put(argument.group(1), argument.group(2));
        }
        Set<String> asked = new HashSet<>();
        String text = PARAMETER.matcher(query).replaceAll(parameter -> {
            asked.add(parameter.group(1));
            String value = values.getOrDefault(parameter.group(1), "");
            boolean isOfType = value.endsWith(":" + parameter.group(2) + "}")
                    || parameter.group(2).equals("String");
            return Matcher.quoteReplacement(isOfType ? value : "CAST(" + value + " AS " + parameter.group(2) + ")");
        });
        return asked.equals(values.keySet()) ? "(\n" + text + "\n)" : call.group();
    }

    /** As {@code name.sql}. */
    public String fileName() {
        return name + ".sql";
    }

    private static String comment(String fileName, String text) {
        String comment = text.lines()
                .filter(line -> line.startsWith(COMMENT))
                .map(line -> line.substring(COMMENT.length()).strip())
                .collect(Collectors.joining(" "));
        if (comment.isBlank()) {
            throw new IllegalArgumentException(
                    "views/" + fileName + " has no line that begins with " + COMMENT + ": what should its users know?");
        }
        return comment;
    }
}
