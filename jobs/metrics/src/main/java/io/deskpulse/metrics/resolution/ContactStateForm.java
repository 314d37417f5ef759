package io.deskpulse.metrics.resolution;

import static io.deskpulse.metrics.resolution.TicketFacts.NONE;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link ContactFacts}, row and state in one; instants are counted from the first event on. */
public final class ContactStateForm implements StateForm<ContactFacts> {
    /** The form; it has no state. */
    public static final ContactStateForm INSTANCE = new ContactStateForm();

    static final String NAME = "contact-timeline";

    private static final FormId ID = new FormId(NAME, 2);

    /** From when on a state knows who held the line, and when. */
    private static final int WITH_LEGS = 1;

    private static final int EPOCH_DAY = 1;
    private static final int FIRST_EVENT = 2;
    private static final int LAST_EVENT = 3;
    private static final int BUYER = 4;
    private static final int CHANNEL = 5;
    private static final int CALL = 6;
    private static final int PROMISE = 7;

    private static final int PROMISE_ID = 1;
    private static final int PROMISE_ACCOUNT = 2;
    private static final int PROMISE_KIND = 3;
    private static final int PROMISE_MADE = 4;
    private static final int PROMISE_DUE = 5;
    private static final int PROMISE_KEPT = 6;
    private static final int PROMISE_EPOCH_DAY = 7;

    private ContactStateForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public int generation() {
        return WITH_LEGS;
    }

    @Override
    public void write(ContactFacts contact, FormWriter out) {
        long since = since(contact);
        out.number(EPOCH_DAY, contact.epochDay);
        out.instant(FIRST_EVENT, contact.firstEventMillis, 0, NONE);
        out.instant(LAST_EVENT, contact.lastEventMillis, since, NONE);
        out.name(BUYER, contact.buyerId);
        out.name(CHANNEL, contact.channel);
        if (contact.hasCall) {
            out.group(CALL);
            CallForm.write(contact.call, since, out);
            out.end();
        }
        for (PromiseFacts promise : contact.promises) {
            out.group(PROMISE);
            writePromise(promise, since, out);
            out.end();
        }
    }

    @Override
    public ContactFacts read(FormReader in) throws IOException {
        ContactFacts contact = new ContactFacts();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case EPOCH_DAY -> contact.epochDay = in.count();
                case FIRST_EVENT -> contact.firstEventMillis = in.instant(0);
                case LAST_EVENT -> contact.lastEventMillis = in.instant(since(contact));
                case BUYER -> contact.buyerId = in.name();
                case CHANNEL -> contact.channel = in.name();
                case CALL -> {
                    in.group();
                    contact.hasCall = true;
                    CallForm.read(contact.call, since(contact), in);
                }
                case PROMISE -> {
                    in.group();
                    contact.promises.add(readPromise(since(contact), in));
                }
                default -> {}
            }
        }
        return contact;
    }

    @Override
    public List<ReleasedForm<ContactFacts>> released() {
        return List.of(new ReleasedContactForm());
    }

    private static void writePromise(PromiseFacts promise, long since, FormWriter out) {
        out.text(PROMISE_ID, promise.promiseId);
        out.name(PROMISE_ACCOUNT, promise.account);
        out.name(PROMISE_KIND, promise.kind);
        out.instant(PROMISE_MADE, promise.madeMillis, since, NONE);
        out.instant(PROMISE_DUE, promise.dueMillis, since, NONE);
        out.instant(PROMISE_KEPT, promise.keptMillis, since, NONE);
        out.number(PROMISE_EPOCH_DAY, promise.epochDay);
    }

    private static PromiseFacts readPromise(long since, FormReader in) throws IOException {
        in.require(PROMISE_ID);
        PromiseFacts promise = new PromiseFacts(in.text());
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case PROMISE_ACCOUNT -> promise.account = in.name();
                case PROMISE_KIND -> promise.kind = in.name();
                case PROMISE_MADE -> promise.madeMillis = in.instant(since);
                case PROMISE_DUE -> promise.dueMillis = in.instant(since);
                case PROMISE_KEPT -> promise.keptMillis = in.instant(since);
                case PROMISE_EPOCH_DAY -> promise.epochDay = in.count();
                default -> {}
            }
        }
        return promise;
    }

    private static long since(ContactFacts contact) {
        return contact.firstEventMillis == NONE ? 0 : contact.firstEventMillis;
    }
}
