package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.ReleasedInput;
import io.deskpulse.metrics.resolution.CallPromiseEvent.Kind;
import io.deskpulse.metrics.timeline.ReleasedForm;
import java.io.DataInput;
import java.io.IOException;

/** Calls and promises as releases wrote them before there were tags. */
final class ReleasedCallPromiseForm implements ReleasedForm<CallPromiseFacts> {
    private static final FormId ID = new FormId(CallPromiseStateForm.NAME, 1);
    private static final Kind[] KINDS = Kind.values();

    @Override
    public FormId id() {
        return ID;
    }

    static CallPromiseEvent readEvent(String shopId, String conversationId, String expectedBuyerId, DataInput bytes)
            throws IOException {
        ReleasedInput in = new ReleasedInput(bytes);
        long timeMillis = bytes.readLong();
        String eventId = bytes.readUTF();
        Kind kind = in.constant(KINDS);
        String buyerId = in.text();
        return new CallPromiseEvent(
                shopId,
                conversationId,
                eventId,
                timeMillis,
                kind,
                buyerId == null ? expectedBuyerId : buyerId,
                bytes.readUTF(),
                in.text(),
                in.text(),
                in.text(),
                in.answer(),
                bytes.readLong());
    }

    @Override
    public Restored<CallPromiseFacts> read(DataInput in) throws IOException {
        ReleasedInput values = new ReleasedInput(in);
        CallPromiseFacts facts = new CallPromiseFacts();
        facts.epochDay = in.readInt();
        facts.firstEventMillis = in.readLong();
        facts.lastEventMillis = in.readLong();
        facts.buyerId = values.text();
        facts.channel = values.text();
        facts.hasCall = in.readBoolean();
        if (facts.hasCall) {
            readCall(facts.call, values);
        }
        for (int left = in.readInt(); left > 0; left--) {
            facts.promises.add(readPromise(values));
        }
        return new Restored<>(facts, 0);
    }

    private static void readCall(CallFacts call, ReleasedInput values) throws IOException {
        DataInput in = values.in();
        call.direction = values.text();
        call.consent = values.answer();
        call.rangMillis = in.readLong();
        call.answeredMillis = in.readLong();
        call.answeredBy = values.text();
        call.releasedMillis = in.readLong();
        call.releasedBy = values.text();
        call.cause = values.text();
        call.wrappedUpMillis = in.readLong();
        call.wrappedUpBy = values.text();
        call.problem = values.text();
        call.solution = values.text();
        call.followUpDueMillis = in.readLong();
        call.anomalies = in.readInt();
    }

    private static PromiseFacts readPromise(ReleasedInput values) throws IOException {
        DataInput in = values.in();
        PromiseFacts promise = new PromiseFacts(in.readUTF());
        promise.account = values.text();
        promise.kind = values.text();
        promise.madeMillis = in.readLong();
        promise.dueMillis = in.readLong();
        promise.keptMillis = in.readLong();
        promise.epochDay = in.readInt();
        return promise;
    }
}
