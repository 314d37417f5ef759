package io.deskpulse.digest.subscriptions;

/**
 * The mail server.
 *
 * @param host its name
 * @param port its port
 * @param security how the line is protected
 * @param from address of the sender
 * @param user who logs in; null when nobody has to
 * @param password of the user; null when nobody has to log in
 * @param authorities PEM file of those who vouch for the server; null for those that Java knows
 */
public record MailSettings(
        String host, int port, Security security, String from, String user, Secret password, String authorities) {
    /** How a line is protected. */
    public enum Security {
        /** TLS from the first byte, usually on port 465. */
        TLS,
        /** TLS before anything is said, required, usually on port 587. */
        STARTTLS,
        /** Not at all: for a server on the same machine. */
        NONE
    }
}
