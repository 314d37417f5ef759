package io.deskpulse.metrics.contacts;

import java.time.Duration;

/**
 * How the contacts of one conversation come and go, event by event in order.
 *
 * <p>Knows the last contact and its last part, which lie in the days that arrive with the events.
 */
public final class ContactCourse {
    /** How long after its last event a chat ends by itself, unless a setting says otherwise. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    private Contact contact;
    private ContactPart part;

    /** Takes up the course where days that were kept leave off; they come in order. */
    public void goOnAfter(ContactDay day) {
        Contact last = ContactDay.lastOf(day.contacts);
        ContactPart lastPart = ContactDay.lastOf(day.parts);
        contact = last == null ? contact : last;
        part = lastPart == null ? part : lastPart;
    }

    /**
     * Something happened between the buyer and people.
     *
     * @param today the day it happened on
     * @param moment what happened
     * @param idleMillis how long after its last event a contact ends by itself
     */
    public void happened(ContactDay today, Moment moment, long idleMillis) {
        boolean goesOn = isOpenAt(moment.atMillis(), moment.waiting());
        if (!goesOn && !moment.begins()) {
            return;
        }
        if (!goesOn) {
            contact = new Contact(moment.atMillis());
            part = null;
            today.contacts.add(contact);
        }
        boolean silent = moment.atMillis() > contact.endsAtMillis;
        contact.workedAt(moment.atMillis());
        contact.endsAtMillis = moment.atMillis() + idleMillis;
        goOn(today, moment, silent);
        part.end(contact.endsAtMillis, true);
    }

    /** Somebody closed the conversation. */
    public void closed(long atMillis, boolean waiting) {
        if (!isOpenAt(atMillis, waiting)) {
            return;
        }
        boolean silent = atMillis > contact.endsAtMillis;
        contact.workedAt(atMillis);
        contact.endsAtMillis = atMillis;
        contact.closed = true;
        if (!silent) {
            part.end(atMillis, true);
        }
    }

    /** The buyer waits since an instant; the first wait of a contact counts. */
    public void asked(long sinceMillis) {
        if (contact != null && contact.askedAtMillis == Contact.NONE) {
            contact.askedAtMillis = Math.max(sinceMillis, contact.arrivedAtMillis);
        }
    }

    /** An account replied; the first reply of a contact counts. */
    public void answered(long atMillis) {
        if (contact != null && contact.answeredAtMillis == Contact.NONE) {
            contact.answeredAtMillis = atMillis;
        }
    }

    /** Whether what happens at an instant may still change what lies in a day. */
    public boolean mayChange(ContactDay day, long atMillis, boolean waiting) {
        return isOpenAt(atMillis, waiting)
                && (ContactDay.lastOf(day.contacts) == contact || ContactDay.lastOf(day.parts) == part);
    }

    private boolean isOpenAt(long atMillis, boolean waiting) {
        return contact != null && contact.isOpenAt(atMillis, waiting);
    }

    /** The part goes on, or another begins: on another day, with another account, after a silence. */
    private void goOn(ContactDay today, Moment moment, boolean silent) {
        boolean isOfToday = part != null && ContactDay.lastOf(today.parts) == part;
        if (isOfToday && !silent && part.fromMillis == moment.atMillis()) {
            part.account = moment.account();
        } else if (!isOfToday || silent || !part.isOf(moment.account())) {
            if (part != null) {
                part.end(silent ? part.untilMillis : moment.atMillis(), false);
            }
            part = new ContactPart(contact.arrivedAtMillis, moment.atMillis(), moment.account());
            today.parts.add(part);
        }
    }
}
