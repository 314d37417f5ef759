package io.deskpulse.ops.migrations;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One numbered file of {@code tables}: it makes or alters tables, is applied once and never changes.
 *
 * @param version from 1
 * @param name what it does, in snake case
 * @param sql its text with line feeds only, so that a checkout on another system has the same checksum
 */
public record Migration(int version, String name, String sql) {
    private static final Pattern FILE_NAME = Pattern.compile("V(\\d{3,6})__([a-z0-9_]+)\\.sql");
    private static final Pattern CREATED =
            Pattern.compile("\\bCREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?deskpulse\\.(\\w+)");

    /** Refuses numbers below 1 and makes line ends line feeds. */
    public Migration {
        if (version < 1) {
            throw new IllegalArgumentException("migrations are numbered from 1, got " + version);
        }
        sql = sql.replace("\r\n", "\n");
    }

    /**
     * Reads the number and the name off the file name {@code V001__name.sql}.
     *
     * @throws IllegalArgumentException when the file name has another form
     */
    public static Migration ofFile(String fileName, String sql) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a migration is called V001__name.sql, got " + fileName);
        }
        return new Migration(Integer.parseInt(matcher.group(1)), matcher.group(2), sql);
    }

    /** {@code V001__name.sql}. */
    public String fileName() {
        return String.format("V%03d__%s.sql", version, name);
    }

    /** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
    public String checksum() {
        return Checksum.of(sql);
    }

    /** Its statements in order, without the semicolons between them. */
    public List<String> statements() {
        return SqlScript.split(sql);
    }

    /** Names of the tables that it makes, alters or fills. */
    Set<String> tables() {
        return SqlScript.references(sql);
    }

    /** Names of the tables that it makes. */
    Set<String> createdTables() {
        return CREATED.matcher(SqlScript.bare(sql))
                .results()
                .map((MatchResult table) -> table.group(1))
                .collect(Collectors.toSet());
    }
}
