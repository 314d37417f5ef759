package io.deskpulse.metrics.contacts;

import java.util.ArrayList;
import java.util.List;

/** The contacts that arrived on one day in a conversation, and the parts of any that began on it, in order. */
public final class ContactDay {
    final List<Contact> contacts = new ArrayList<>(1);
    final List<ContactPart> parts = new ArrayList<>(2);

    /** Contacts that arrived on it. */
    public List<Contact> contacts() {
        return contacts;
    }

    /** Parts that began on it, of contacts of this or an earlier day. */
    public List<ContactPart> parts() {
        return parts;
    }

    static <T> T lastOf(List<T> list) {
        return list.isEmpty() ? null : list.get(list.size() - 1);
    }
}
