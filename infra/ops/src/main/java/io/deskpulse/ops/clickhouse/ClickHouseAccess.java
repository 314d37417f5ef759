package io.deskpulse.ops.clickhouse;

import io.deskpulse.ops.UserError;
import java.net.URI;
import java.util.Objects;

/**
 * An address of a ClickHouse server's HTTP interface and who asks. Its text never shows the password.
 *
 * @param url {@code http://host:port}, or https, without a path
 */
public record ClickHouseAccess(URI url, String user, String password) {
    /** The one database of the product. */
    public static final String DATABASE = "deskpulse";

    /** Refuses null. */
    public ClickHouseAccess {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /**
     * Reads {@code http://host:port}, {@code https://…} or {@code jdbc:clickhouse:http://host:port/deskpulse}.
     *
     * @throws UserError when the text is none of them, or names another database
     */
    public static ClickHouseAccess parse(String text, String user, String password) {
        String bare = text.strip().replaceFirst("^jdbc:(clickhouse|ch):(?=https?://)", "");
        String withScheme = bare.replaceFirst("^jdbc:(clickhouse|ch)://", "http://");
        try {
            URI uri = URI.create(withScheme);
            String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("^/|/$", "");
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!http || uri.getHost() == null || !(path.isEmpty() || path.equals(DATABASE))) {
                throw unreadable(text, null);
            }
            int port = uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 8443 : 8123;
            return new ClickHouseAccess(
                    new URI(uri.getScheme(), null, uri.getHost(), port, null, null, null), user, password);
        } catch (IllegalArgumentException | java.net.URISyntaxException e) {
            throw unreadable(text, e);
        }
    }

    /** For JDBC, with {@code database} as the current one. */
    public String jdbcUrl(String database) {
        return "jdbc:clickhouse:" + url + "/" + database;
    }

    /** For JDBC, in the product's database. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }

    private static UserError unreadable(String text, Exception cause) {
        return new UserError(
                "Cannot read the ClickHouse address \"" + text
                        + "\": expected http://HOST:PORT or jdbc:clickhouse:http://HOST:PORT/" + DATABASE
                        + " (the database is always " + DATABASE + "; give user and password apart).",
                cause);
    }
}
