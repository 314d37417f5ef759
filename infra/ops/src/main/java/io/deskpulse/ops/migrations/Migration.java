package io.deskpulse.ops.migrations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One numbered file of SQL.
 *
 * @param version from 1
 * @param name what it does, in snake case
 * @param sql its text with line feeds only, so that a checkout on another system has the same checksum
 */
public record Migration(int version, String name, String sql) {
    private static final Pattern FILE_NAME = Pattern.compile("V(\\d{3,6})__([a-z0-9_]+)\\.sql");

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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(sql.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Its statements in order, without the semicolons between them. */
    public List<String> statements() {
        return SqlScript.split(sql);
    }
}
