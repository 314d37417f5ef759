package io.deskpulse.metrics.contacts;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.IOException;

/** Binary form of the contacts of a day, as fields of a group; instants are counted from one that the reader knows. */
public final class ContactForm {
    private static final int CONTACT = 1;
    private static final int PART = 2;

    private static final int ARRIVED = 1;
    private static final int ENDS = 2;
    private static final int CLOSED = 3;
    private static final int EARLIER = 4;
    private static final int STRETCH = 5;
    private static final int ASKED = 6;
    private static final int ANSWERED = 7;

    private static final int CONTACT_AT = 1;
    private static final int FROM = 2;
    private static final int UNTIL = 3;
    private static final int ACCOUNT = 4;
    private static final int ENDED = 5;

    private ContactForm() {}

    /** Writes the fields. */
    public static void write(ContactDay day, long sinceMillis, FormWriter out) {
        for (Contact contact : day.contacts) {
            out.group(CONTACT);
            out.signed(ARRIVED, contact.arrivedAtMillis - sinceMillis);
            out.signed(ENDS, contact.endsAtMillis - contact.arrivedAtMillis);
            out.flag(CLOSED, contact.closed);
            out.number(EARLIER, contact.earlierMillis);
            out.number(STRETCH, contact.stretchFromMillis - contact.arrivedAtMillis);
            out.instant(ASKED, contact.askedAtMillis, contact.arrivedAtMillis, Contact.NONE);
            out.instant(ANSWERED, contact.answeredAtMillis, contact.arrivedAtMillis, Contact.NONE);
            out.end();
        }
        for (ContactPart part : day.parts) {
            out.group(PART);
            out.signed(CONTACT_AT, part.contactAtMillis - sinceMillis);
            out.signed(FROM, part.fromMillis - part.contactAtMillis);
            out.number(UNTIL, part.untilMillis - part.fromMillis);
            out.name(ACCOUNT, part.account);
            out.flag(ENDED, part.ended);
            out.end();
        }
    }

    /** Reads the fields into a day without contacts. */
    public static void read(ContactDay day, long sinceMillis, FormReader in) throws IOException {
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case CONTACT -> {
                    in.group();
                    day.contacts.add(readContact(sinceMillis, in));
                }
                case PART -> {
                    in.group();
                    day.parts.add(readPart(sinceMillis, in));
                }
                default -> {}
            }
        }
    }

    private static Contact readContact(long sinceMillis, FormReader in) throws IOException {
        Contact contact = new Contact(sinceMillis);
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case ARRIVED -> {
                    contact.arrivedAtMillis = sinceMillis + in.signed();
                    contact.endsAtMillis = contact.arrivedAtMillis;
                    contact.stretchFromMillis = contact.arrivedAtMillis;
                }
                case ENDS -> contact.endsAtMillis = contact.arrivedAtMillis + in.signed();
                case CLOSED -> contact.closed = in.flag();
                case EARLIER -> contact.earlierMillis = in.number();
                case STRETCH -> contact.stretchFromMillis = contact.arrivedAtMillis + in.number();
                case ASKED -> contact.askedAtMillis = in.instant(contact.arrivedAtMillis);
                case ANSWERED -> contact.answeredAtMillis = in.instant(contact.arrivedAtMillis);
                default -> {}
            }
        }
        return contact;
    }

    private static ContactPart readPart(long sinceMillis, FormReader in) throws IOException {
        ContactPart part = new ContactPart(sinceMillis, sinceMillis, null);
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case CONTACT_AT -> {
                    part.contactAtMillis = sinceMillis + in.signed();
                    part.fromMillis = part.contactAtMillis;
                    part.untilMillis = part.contactAtMillis;
                }
                case FROM -> {
                    part.fromMillis = part.contactAtMillis + in.signed();
                    part.untilMillis = part.fromMillis;
                }
                case UNTIL -> part.untilMillis = part.fromMillis + in.number();
                case ACCOUNT -> part.account = in.name();
                case ENDED -> part.ended = in.flag();
                default -> {}
            }
        }
        return part;
    }
}
