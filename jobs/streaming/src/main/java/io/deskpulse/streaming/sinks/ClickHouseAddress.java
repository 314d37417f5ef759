package io.deskpulse.streaming.sinks;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/**
 * A server's HTTP interface, a database on it and who asks. Its text never shows the password.
 *
 * @param url {@code http://host:port} or {@code https://host:port}
 * @param database the current one
 * @param user who asks
 * @param password of the user
 * @param authority file of the certificates, in PEM form, that the server's must be signed by; null for those that Java trusts
 */
public record ClickHouseAddress(URI url, String database, String user, String password, String authority)
        implements Serializable {
    /** The one database of the product. */
    public static final String DATABASE = "deskpulse";

    private static final int HTTP_PORT = 8123;
    private static final int HTTPS_PORT = 8443;
    private static final int LAST_PORT = 65_535;

    /** Names what is missing. */
    public ClickHouseAddress {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /**
     * Reads {@code http(s)://host:port}, with or without {@code /database}, or the same as a JDBC URL. Ports are 8123 and 8443 where
     * none is told; a blank authority is none.
     *
     * @throws IllegalArgumentException when the text is none of them
     */
    public static ClickHouseAddress parse(String text, String user, String password, String authority) {
        String bare = text.strip().replaceFirst("^jdbc:(clickhouse|ch):(?=https?://)", "");
        try {
            URI uri = new URI(bare.replaceFirst("^jdbc:(clickhouse|ch)://", "http://"));
            boolean secure = "https".equals(uri.getScheme());
            String path = Objects.requireNonNullElse(uri.getPath(), "").replaceAll("^/|/$", "");
            boolean known = secure || "http".equals(uri.getScheme());
            boolean more = uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
            int port = uri.getPort() >= 0 ? uri.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
            if (!known || uri.getHost() == null || more || !path.matches("[\\w-]*") || port < 1 || port > LAST_PORT) {
                throw unreadable(text, null);
            }
            URI url = new URI(uri.getScheme(), null, uri.getHost(), port, null, null, null);
            boolean named = authority != null && !authority.isBlank();
            return new ClickHouseAddress(
                    url, path.isEmpty() ? DATABASE : path, user, password, named ? authority : null);
        } catch (URISyntaxException e) {
            throw unreadable(text, e);
        }
    }

    /** Whether it is spoken to over TLS. */
    public boolean isSecure() {
        return url.getScheme().equals("https");
    }

    private static IllegalArgumentException unreadable(String text, Exception cause) {
        return new IllegalArgumentException(
                "expected http(s)://HOST:PORT or jdbc:clickhouse:http(s)://HOST:PORT/" + DATABASE
                        + ", user and password apart, got " + shown(text),
                cause);
    }

    /** What may be shown of an address that somebody wrote: not what stands where a password does. */
    public static String shown(String text) {
        int host = text.lastIndexOf('@');
        return host < 0 ? text : "***" + text.substring(host);
    }

    @Override
    public String toString() {
        return url + "/" + database + " as " + user;
    }
}
