package io.deskpulse.metrics.complaints.contacts;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link ContactSignals}. */
public final class ContactSignalsForm implements StateForm<ContactSignals> {
    /** The form; it has no state. */
    public static final ContactSignalsForm INSTANCE = new ContactSignalsForm();

    private static final FormId ID = new FormId("contact-signals", 1);

    private static final int WITH_ROBOT = 1;
    private static final int ASKED = 2;
    private static final int SKU = 3;
    private static final int ACCOUNT = 4;

    private ContactSignalsForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public List<ReleasedForm<ContactSignals>> released() {
        return List.of();
    }

    @Override
    public void write(ContactSignals contact, FormWriter out) {
        out.flag(WITH_ROBOT, contact.withRobot);
        out.instant(ASKED, contact.askedMillis, 0, ContactSignals.NONE);
        out.text(SKU, contact.skuId);
        out.text(ACCOUNT, contact.account);
    }

    @Override
    public ContactSignals read(FormReader in) throws IOException {
        ContactSignals contact = new ContactSignals();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case WITH_ROBOT -> contact.withRobot = in.flag();
                case ASKED -> contact.askedMillis = in.instant(0);
                case SKU -> contact.skuId = in.word();
                case ACCOUNT -> contact.account = in.word();
                default -> {}
            }
        }
        return contact;
    }
}
