package io.deskpulse.metrics.resolution;

import java.util.ArrayList;
import java.util.List;

/**
 * The call and the promises of one conversation: the content of one row without key and version, and the automaton's state.
 *
 * <p>The row exists as soon as an event of use is known: any on a telephone or video call, a call or a promise in any other.
 * Mutable only to the automaton in this package.
 */
public final class CallPromiseFacts {
    final List<PromiseFacts> promises = new ArrayList<>(1);
    final CallFacts call = new CallFacts();
    boolean hasCall;
    int epochDay;
    long firstEventMillis = TicketFacts.NONE;
    long lastEventMillis = TicketFacts.NONE;
    String buyerId;
    String channel;

    CallPromiseFacts() {}

    /** The shop's calendar day of the first event known, in days since 1970-01-01. */
    public int epochDay() {
        return epochDay;
    }

    /** Time of the first event known, milliseconds since the epoch. */
    public long firstEventMillis() {
        return firstEventMillis;
    }

    /** Time of the last event known, milliseconds since the epoch. */
    public long lastEventMillis() {
        return lastEventMillis;
    }

    /** Keyed hash of the buyer's id. */
    public String buyerId() {
        return buyerId;
    }

    /** CHAT, PHONE or VIDEO. */
    public String channel() {
        return channel;
    }

    /** Whether there is a call. */
    public boolean hasCall() {
        return hasCall;
    }

    /** The call; empty of content when there is none. */
    public CallFacts call() {
        return call;
    }

    /** Promises in the order in which they are first mentioned. */
    public List<PromiseFacts> promises() {
        return promises;
    }

    PromiseFacts promise(String promiseId) {
        for (PromiseFacts promise : promises) {
            if (promise.promiseId.equals(promiseId)) {
                return promise;
            }
        }
        PromiseFacts promise = new PromiseFacts(promiseId);
        promises.add(promise);
        return promise;
    }
}
