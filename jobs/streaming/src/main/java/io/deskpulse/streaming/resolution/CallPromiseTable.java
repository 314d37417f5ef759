package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.CallFacts;
import io.deskpulse.metrics.resolution.CallLeg;
import io.deskpulse.metrics.resolution.CallPromiseCodec;
import io.deskpulse.metrics.resolution.CallPromiseFacts;
import io.deskpulse.metrics.resolution.PromiseFacts;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;

/** Table {@code contact_facts}. */
public final class CallPromiseTable {
    /** What a conversation with a call or a promise puts into it. */
    public static final FactTable<FactRow<CallPromiseFacts>> TABLE =
            FactTable.of("contact_facts", "conversation_id", callPromises());

    /** How its rows travel. */
    public static final FactRowCodec<CallPromiseFacts> ROWS =
            new FactRowCodec<>(CallPromiseCodec::writeFacts, CallPromiseCodec::readFacts);

    private CallPromiseTable() {}

    private static Columns<CallPromiseFacts> callPromises() {
        return new Columns<CallPromiseFacts>()
                .day("day", CallPromiseFacts::epochDay)
                .text("buyer_id", CallPromiseFacts::buyerId)
                .word("channel", CallPromiseFacts::channel)
                .instant("first_event_at", CallPromiseFacts::firstEventMillis)
                .instant("last_event_at", CallPromiseFacts::lastEventMillis)
                .bool("has_call", CallPromiseFacts::hasCall)
                .of(CallPromiseFacts::call, call())
                .nested("promises", CallPromiseFacts::promises, promise());
    }

    private static Columns<CallFacts> call() {
        return new Columns<CallFacts>()
                .word("direction", CallFacts::direction)
                .boolOrNull("consent", CallFacts::consent)
                .instantOrNull("rang_at", CallFacts::rangMillis)
                .instantOrNull("answered_at", CallFacts::answeredMillis)
                .word("answered_by", CallFacts::answeredBy)
                .instantOrNull("released_at", CallFacts::releasedMillis)
                .word("released_by", CallFacts::releasedBy)
                .word("cause", CallFacts::cause)
                .instantOrNull("wrapped_up_at", CallFacts::wrappedUpMillis)
                .word("wrapped_up_by", CallFacts::wrappedUpBy)
                .word("problem", CallFacts::problem)
                .word("solution", CallFacts::solution)
                .instantOrNull("follow_up_due_at", CallFacts::followUpDueMillis)
                .constants("anomalies", CallFacts::anomalies)
                .nested("legs", CallFacts::legs, leg());
    }

    private static Columns<CallLeg> leg() {
        return new Columns<CallLeg>()
                .word("account", CallLeg::account)
                .instant("from_at", CallLeg::fromMillis)
                .instantOrNull("until_at", CallLeg::untilMillis);
    }

    private static Columns<PromiseFacts> promise() {
        return new Columns<PromiseFacts>()
                .text("promise_id", PromiseFacts::promiseId)
                .day("day", PromiseFacts::epochDay)
                .word("account", PromiseFacts::account)
                .word("kind", PromiseFacts::kind)
                .instantOrNull("made_at", PromiseFacts::madeMillis)
                .instantOrNull("due_at", PromiseFacts::dueMillis)
                .instantOrNull("kept_at", PromiseFacts::keptMillis);
    }
}
