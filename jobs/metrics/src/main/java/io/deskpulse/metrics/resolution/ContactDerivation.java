package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.ShopZones;
import java.util.function.Consumer;

/**
 * The call and the promises of a conversation, from its events in order (docs/metrics.md).
 *
 * <p>One row per conversation, which is also the automaton's state. Not thread-safe: it remembers the calendar day last looked at.
 */
public final class ContactDerivation implements Derivation<ContactEntry, ContactFacts, ContactFacts> {
    private static final String CHAT = "CHAT";

    private final ShopZones zones;

    /** Facts by the calendar of each shop. */
    public ContactDerivation(ShopZones zones) {
        this.zones = zones;
    }

    @Override
    public EventForm<ContactEntry> events() {
        return ContactEntryForm.INSTANCE;
    }

    @Override
    public ContactFacts start() {
        return new ContactFacts();
    }

    /** Whether every promise made here was kept here and the call, if any, was released. */
    @Override
    public boolean atRest(ContactFacts contact) {
        CallFacts call = contact.call;
        boolean calling = contact.hasCall && (call.releasedMillis == TicketFacts.NONE || call.isTalking());
        return !calling && contact.promises.stream().noneMatch(promise -> promise.keptMillis == TicketFacts.NONE);
    }

    @Override
    public void live(ContactFacts contact, Consumer<ContactFacts> rows) {
        if (contact.firstEventMillis != TicketFacts.NONE) {
            rows.accept(contact);
        }
    }

    @Override
    public void advance(ContactFacts contact, ContactEntry event, Consumer<ContactFacts> finished) {
        int epochDay = zones.of(event.shopId()).epochDay(event.timeMillis());
        if (contact.firstEventMillis == TicketFacts.NONE) {
            contact.firstEventMillis = event.timeMillis();
            contact.epochDay = epochDay;
            contact.buyerId = event.buyerId();
            contact.channel = event.channel();
        }
        contact.lastEventMillis = event.timeMillis();
        contact.hasCall |= !event.channel().equals(CHAT);
        switch (event.kind()) {
            case PROMISE_MADE -> made(contact, event, epochDay);
            case PROMISE_KEPT -> kept(contact, event, epochDay);
            default -> called(contact, event);
        }
    }

    private static void called(ContactFacts contact, ContactEntry event) {
        contact.hasCall = true;
        CallFacts call = contact.call;
        call.mark(CallAnomaly.CALL_ON_CHAT, event.channel().equals(CHAT));
        switch (event.kind()) {
            case RANG -> call.rang(event);
            case ANSWERED -> call.answered(event);
            case RELEASED -> call.released(event);
            case WRAPPED_UP -> call.wrappedUp(event);
            case TRANSFERRED -> call.transferred(event.timeMillis(), event.detail());
            default -> {}
        }
    }

    private static void made(ContactFacts contact, ContactEntry event, int epochDay) {
        PromiseFacts promise = contact.promise(event.detail());
        if (promise.madeMillis == TicketFacts.NONE) {
            promise.madeMillis = event.timeMillis();
            promise.epochDay = epochDay;
            promise.account = event.account();
            promise.kind = event.label();
        }
        promise.dueMillis = event.dueMillis();
    }

    private static void kept(ContactFacts contact, ContactEntry event, int epochDay) {
        PromiseFacts promise = contact.promise(event.detail());
        if (promise.keptMillis == TicketFacts.NONE) {
            promise.keptMillis = event.timeMillis();
        }
        if (promise.madeMillis == TicketFacts.NONE) {
            promise.epochDay = epochDay;
        }
    }
}
