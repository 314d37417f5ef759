package io.deskpulse.metrics.contacts;

import java.util.Objects;

/**
 * A stretch of a contact with one account, or in the queue, that begins on one day. Instants are milliseconds since the epoch.
 */
public final class ContactPart {
    long contactAtMillis;
    long fromMillis;
    long untilMillis;
    String account;
    boolean ended;

    ContactPart(long contactAtMillis, long fromMillis, String account) {
        this.contactAtMillis = contactAtMillis;
        this.fromMillis = fromMillis;
        this.untilMillis = fromMillis;
        this.account = account;
    }

    /** When its contact arrived. */
    public long contactAtMillis() {
        return contactAtMillis;
    }

    /** Begin. */
    public long fromMillis() {
        return fromMillis;
    }

    /** End, known ahead as that of the contact is. */
    public long untilMillis() {
        return untilMillis;
    }

    /** Who had the contact; null while it was queued. */
    public String account() {
        return account;
    }

    /** Whether the contact ends with it. */
    public boolean isEnded() {
        return ended;
    }

    boolean isOf(String responsible) {
        return Objects.equals(account, responsible);
    }

    void end(long atMillis, boolean withContact) {
        untilMillis = atMillis;
        ended = withContact;
    }
}
