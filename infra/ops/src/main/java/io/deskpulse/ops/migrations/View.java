package io.deskpulse.ops.migrations;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.util.List;
import java.util.Set;
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
