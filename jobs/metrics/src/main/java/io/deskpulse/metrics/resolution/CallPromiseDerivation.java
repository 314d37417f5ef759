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
public final class CallPromiseDerivation implements Derivation<CallPromiseEvent, CallPromiseFacts, CallPromiseFacts> {
    private static final String CHAT = "CHAT";

    private final ShopZones zones;

    /** Facts by the calendar of each shop. */
    public CallPromiseDerivation(ShopZones zones) {
        this.zones = zones;
    }

    @Override
    public EventForm<CallPromiseEvent> events() {
        return CallPromiseEventForm.INSTANCE;
    }

    @Override
    public CallPromiseFacts start() {
        return new CallPromiseFacts();
    }

    /** Whether every promise made here was kept here and the call, if any, was released. */
    @Override
    public boolean atRest(CallPromiseFacts facts) {
        CallFacts call = facts.call;
        boolean calling = facts.hasCall && (call.releasedMillis == TicketFacts.NONE || call.isTalking());
        return !calling && facts.promises.stream().noneMatch(promise -> promise.keptMillis == TicketFacts.NONE);
    }

    @Override
    public void live(CallPromiseFacts facts, Consumer<CallPromiseFacts> rows) {
        if (facts.firstEventMillis != TicketFacts.NONE) {
            rows.accept(facts);
        }
    }

    @Override
    public void advance(CallPromiseFacts facts, CallPromiseEvent event, Consumer<CallPromiseFacts> finished) {
        int epochDay = zones.of(event.shopId()).epochDay(event.timeMillis());
        if (facts.firstEventMillis == TicketFacts.NONE) {
            facts.firstEventMillis = event.timeMillis();
            facts.epochDay = epochDay;
            facts.buyerId = event.buyerId();
            facts.channel = event.channel();
        }
        facts.lastEventMillis = event.timeMillis();
        facts.hasCall |= !event.channel().equals(CHAT);
        switch (event.kind()) {
            case PROMISE_MADE -> made(facts, event, epochDay);
            case PROMISE_KEPT -> kept(facts, event, epochDay);
            default -> called(facts, event);
        }
    }

    private static void called(CallPromiseFacts facts, CallPromiseEvent event) {
        facts.hasCall = true;
        CallFacts call = facts.call;
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

    private static void made(CallPromiseFacts facts, CallPromiseEvent event, int epochDay) {
        PromiseFacts promise = facts.promise(event.detail());
        if (promise.madeMillis == TicketFacts.NONE) {
            promise.madeMillis = event.timeMillis();
            promise.epochDay = epochDay;
            promise.account = event.account();
            promise.kind = event.label();
        }
        promise.dueMillis = event.dueMillis();
    }

    private static void kept(CallPromiseFacts facts, CallPromiseEvent event, int epochDay) {
        PromiseFacts promise = facts.promise(event.detail());
        if (promise.keptMillis == TicketFacts.NONE) {
            promise.keptMillis = event.timeMillis();
        }
        if (promise.madeMillis == TicketFacts.NONE) {
            promise.epochDay = epochDay;
        }
    }
}
