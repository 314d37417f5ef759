package io.deskpulse.streaming.timeline;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * The keys touched lately, whose rows leave together when {@link KeyPace} says so: a change shows soon, and a busy key does not
 * chatter.
 *
 * <p>The state of a key that was sent is kept at hand until the next time, so that a busy one is not looked up for every event; it is
 * let go of before each checkpoint, whose writer must not see it change.
 *
 * @param <S> state of the automaton
 */
final class PendingKeys<S> {
    /** Touched keys wait in memory to be sent; this many are sent at once whatever the pace. */
    private static final int MAX_KEYS = 50_000;

    private final KeyPace pace;
    private final ProcessingTimeService clock;
    private final Sender<S> sender;
    private final Map<String, Pending<S>> byKey = new HashMap<>();
    private boolean isAwaited;

    /** Writes the state of a touched key and sends its rows. */
    interface Sender<S> {
        void send(Pending<S> touched) throws Exception;
    }

    PendingKeys(KeyPace pace, ProcessingTimeService clock, Sender<S> sender) {
        this.pace = pace;
        this.clock = clock;
        this.sender = sender;
    }

    /** Keeps what is known here within bounds. */
    void sendAllIfFull() throws Exception {
        if (byKey.size() >= MAX_KEYS) {
            sendAll();
        }
    }

    /** What is known of a key here; null when nothing is. */
    Pending<S> get(String key) {
        Pending<S> known = byKey.get(key);
        return known == null || known.timeline() == null ? null : known;
    }

    /** What is to be touched of a key, which may not be known yet. */
    Pending<S> add(String key) {
        return byKey.computeIfAbsent(key, Pending::new);
    }

    /** Sees to it that the rows of keys touched now leave. */
    void await() {
        if (!isAwaited) {
            await(pace.askMillis(clock.getCurrentProcessingTime()));
        }
    }

    private void await(long askMillis) {
        isAwaited = true;
        clock.registerTimer(askMillis, asked -> {
            isAwaited = false;
            long nowMillis = clock.getCurrentProcessingTime();
            if (pace.send(askMillis, nowMillis)) {
                sendTouched();
            } else {
                await(pace.nextBeat(nowMillis));
            }
        });
    }

    private void sendTouched() throws Exception {
        for (Iterator<Pending<S>> known = byKey.values().iterator(); known.hasNext(); ) {
            Pending<S> pending = known.next();
            if (pending.isTouched()) {
                sender.send(pending);
                pending.settle();
            } else {
                known.remove();
            }
        }
    }

    /** Sends the rows of all touched keys, and knows none any more. */
    void sendAll() throws Exception {
        for (Pending<S> pending : byKey.values()) {
            if (pending.isTouched()) {
                sender.send(pending);
            }
        }
        byKey.clear();
    }
}
