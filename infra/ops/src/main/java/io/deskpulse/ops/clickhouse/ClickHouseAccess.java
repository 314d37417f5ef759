package io.deskpulse.ops.clickhouse;

import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.sinks.ClickHouseAddress;
import java.net.URI;
import java.util.Objects;
import java.util.Properties;

/**
 * An address of a ClickHouse server's HTTP interface and who asks. Its text never shows the password.
 *
 * @param url {@code http://host:port}, or https, without a path
 * @param authority file of the certificates, in PEM form, that the server's must be signed by; null for those that Java trusts
 */
public record ClickHouseAccess(URI url, String user, String password, String authority) {
    /** The one database of the product. */
    public static final String DATABASE = ClickHouseAddress.DATABASE;

    /** On a cluster: of what lies on its shards, under the names of {@link #DATABASE}. */
    public static final String SHARD_DATABASE = DATABASE + "_shard";

    private static final String AUTHORITY = "sslrootcert";

    /** Refuses null. */
    public ClickHouseAccess {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** A server without TLS, or whose certificate Java trusts. */
    public ClickHouseAccess(URI url, String user, String password) {
        this(url, user, password, null);
    }

    /**
     * Reads {@code http://host:port}, {@code https://…} or {@code jdbc:clickhouse:http://host:port/deskpulse}.
     *
     * @throws UserError when the text is none of them, or names another database
     */
    public static ClickHouseAccess parse(String text, String user, String password) {
        return parse(text, user, password, null);
    }

    /** The same, of a server whose certificate the authorities of a file have signed; null for those that Java trusts. */
    public static ClickHouseAccess parse(String text, String user, String password, String authority) {
        try {
            ClickHouseAddress server = ClickHouseAddress.parse(text, user, password, authority);
            if (!server.database().equals(DATABASE)) {
                throw unreadable(text, null);
            }
            return new ClickHouseAccess(server.url(), user, password, server.authority());
        } catch (IllegalArgumentException e) {
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

    /** For JDBC: who asks, and whom to trust. */
    public Properties jdbcProperties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        if (authority != null) {
            properties.setProperty(AUTHORITY, authority);
        }
        return properties;
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }

    private static UserError unreadable(String text, Exception cause) {
        return new UserError(
                "Cannot read the ClickHouse address \"" + ClickHouseAddress.shown(text)
                        + "\": expected http://HOST:PORT or jdbc:clickhouse:http://HOST:PORT/" + DATABASE
                        + " (the database is always " + DATABASE + "; give user and password apart).",
                cause);
    }
}
