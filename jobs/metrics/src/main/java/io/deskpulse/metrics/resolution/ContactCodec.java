package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.resolution.ContactEntry.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Compact binary form of call and promise events and facts: what travels between operators and lies in keyed state.
 *
 * <p>Enums are written by ordinal, so constants are only ever added at the end.
 */
public final class ContactCodec {
    private static final Kind[] KINDS = Kind.values();

    private ContactCodec() {}

    /**
     * Writes an event without its key, leaving out the buyer where it is the expected one.
     *
     * @param expectedBuyerId what the reader knows already; empty when it knows nothing
     */
    public static void writeEntry(ContactEntry event, String expectedBuyerId, DataOutput out) throws IOException {
        out.writeLong(event.timeMillis());
        out.writeUTF(event.eventId());
        Binary.writeEnum(event.kind(), out);
        Binary.writeText(event.buyerId().equals(expectedBuyerId) ? null : event.buyerId(), out);
        out.writeUTF(event.channel());
        Binary.writeText(event.account(), out);
        Binary.writeText(event.label(), out);
        Binary.writeText(event.detail(), out);
        Binary.writeBoolean(event.consent(), out);
        out.writeLong(event.dueMillis());
    }

    /** Reads what {@link #writeEntry} wrote, for the conversation it belongs to. */
    public static ContactEntry readEntry(String shopId, String conversationId, String expectedBuyerId, DataInput in)
            throws IOException {
        long timeMillis = in.readLong();
        String eventId = in.readUTF();
        Kind kind = Binary.readEnum(KINDS, in);
        String buyerId = Binary.readText(in);
        return new ContactEntry(
                shopId,
                conversationId,
                eventId,
                timeMillis,
                kind,
                buyerId == null ? expectedBuyerId : buyerId,
                in.readUTF(),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readBoolean(in),
                in.readLong());
    }

    /** Writes a row, which is the automaton's state too. */
    public static void writeFacts(ContactFacts facts, DataOutput out) throws IOException {
        out.writeInt(facts.epochDay);
        out.writeLong(facts.firstEventMillis);
        out.writeLong(facts.lastEventMillis);
        Binary.writeText(facts.buyerId, out);
        Binary.writeText(facts.channel, out);
        out.writeBoolean(facts.hasCall);
        if (facts.hasCall) {
            writeCall(facts.call, out);
        }
        out.writeInt(facts.promises.size());
        for (PromiseFacts promise : facts.promises) {
            writePromise(promise, out);
        }
    }

    /** Reads what {@link #writeFacts} wrote. */
    public static ContactFacts readFacts(DataInput in) throws IOException {
        ContactFacts facts = new ContactFacts();
        facts.epochDay = in.readInt();
        facts.firstEventMillis = in.readLong();
        facts.lastEventMillis = in.readLong();
        facts.buyerId = Binary.readText(in);
        facts.channel = Binary.readText(in);
        facts.hasCall = in.readBoolean();
        if (facts.hasCall) {
            readCall(facts.call, in);
        }
        for (int left = in.readInt(); left > 0; left--) {
            facts.promises.add(readPromise(in));
        }
        return facts;
    }

    private static void writeCall(CallFacts call, DataOutput out) throws IOException {
        Binary.writeText(call.direction, out);
        Binary.writeBoolean(call.consent, out);
        out.writeLong(call.rangMillis);
        out.writeLong(call.answeredMillis);
        Binary.writeText(call.answeredBy, out);
        out.writeLong(call.releasedMillis);
        Binary.writeText(call.releasedBy, out);
        Binary.writeText(call.cause, out);
        out.writeLong(call.wrappedUpMillis);
        Binary.writeText(call.wrappedUpBy, out);
        Binary.writeText(call.problem, out);
        Binary.writeText(call.solution, out);
        out.writeLong(call.followUpDueMillis);
        out.writeInt(call.anomalies);
    }

    private static void readCall(CallFacts call, DataInput in) throws IOException {
        call.direction = Binary.readText(in);
        call.consent = Binary.readBoolean(in);
        call.rangMillis = in.readLong();
        call.answeredMillis = in.readLong();
        call.answeredBy = Binary.readText(in);
        call.releasedMillis = in.readLong();
        call.releasedBy = Binary.readText(in);
        call.cause = Binary.readText(in);
        call.wrappedUpMillis = in.readLong();
        call.wrappedUpBy = Binary.readText(in);
        call.problem = Binary.readText(in);
        call.solution = Binary.readText(in);
        call.followUpDueMillis = in.readLong();
        call.anomalies = in.readInt();
    }

    private static void writePromise(PromiseFacts promise, DataOutput out) throws IOException {
        out.writeUTF(promise.promiseId);
        Binary.writeText(promise.account, out);
        Binary.writeText(promise.kind, out);
        out.writeLong(promise.madeMillis);
        out.writeLong(promise.dueMillis);
        out.writeLong(promise.keptMillis);
        out.writeInt(promise.epochDay);
    }

    private static PromiseFacts readPromise(DataInput in) throws IOException {
        PromiseFacts promise = new PromiseFacts(in.readUTF());
        promise.account = Binary.readText(in);
        promise.kind = Binary.readText(in);
        promise.madeMillis = in.readLong();
        promise.dueMillis = in.readLong();
        promise.keptMillis = in.readLong();
        promise.epochDay = in.readInt();
        return promise;
    }
}
