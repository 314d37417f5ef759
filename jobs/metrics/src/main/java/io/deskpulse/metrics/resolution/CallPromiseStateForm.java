package io.deskpulse.metrics.resolution;

import static io.deskpulse.metrics.resolution.TicketFacts.NONE;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link CallPromiseFacts}, row and state in one; instants are counted from the first event on. */
public final class CallPromiseStateForm implements StateForm<CallPromiseFacts> {
    /** The form; it has no state. */
    public static final CallPromiseStateForm INSTANCE = new CallPromiseStateForm();

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

    private CallPromiseStateForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public int generation() {
        return WITH_LEGS;
    }

    @Override
    public void write(CallPromiseFacts facts, FormWriter out) {
        long since = since(facts);
        out.number(EPOCH_DAY, facts.epochDay);
        out.instant(FIRST_EVENT, facts.firstEventMillis, 0, NONE);
        out.instant(LAST_EVENT, facts.lastEventMillis, since, NONE);
        out.name(BUYER, facts.buyerId);
        out.name(CHANNEL, facts.channel);
        if (facts.hasCall) {
            out.group(CALL);
            CallForm.write(facts.call, since, out);
            out.end();
        }
        for (PromiseFacts promise : facts.promises) {
            out.group(PROMISE);
            writePromise(promise, since, out);
            out.end();
        }
    }

    @Override
    public CallPromiseFacts read(FormReader in) throws IOException {
        CallPromiseFacts facts = new CallPromiseFacts();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case EPOCH_DAY -> facts.epochDay = in.count();
                case FIRST_EVENT -> facts.firstEventMillis = in.instant(0);
                case LAST_EVENT -> facts.lastEventMillis = in.instant(since(facts));
                case BUYER -> facts.buyerId = in.name();
                case CHANNEL -> facts.channel = in.name();
                case CALL -> {
                    in.group();
                    facts.hasCall = true;
                    CallForm.read(facts.call, since(facts), in);
                }
                case PROMISE -> {
                    in.group();
                    facts.promises.add(readPromise(since(facts), in));
                }
                default -> {}
            }
        }
        return facts;
    }

    @Override
    public List<ReleasedForm<CallPromiseFacts>> released() {
        return List.of(new ReleasedCallPromiseForm());
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

    private static long since(CallPromiseFacts facts) {
        return facts.firstEventMillis == NONE ? 0 : facts.firstEventMillis;
    }
}
