package io.deskpulse.streaming.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * The keys touched lately, and when their rows may leave: at the next look where none left lately, else a wait after the last,
 * which {@link KeyPace} tells, so that a change shows soon and a busy key does not chatter.
 *
 * <p>The state of a resting key is kept at hand as well, so that a busy one is not looked up for every event; it is let go of
 * before each checkpoint, whose writer must not see it change.
 *
 * <p>Every key known here stands in one of two queues: those that sent nothing lately, and those that did, in the order in which
 * they did; so a look costs what is due, not what is known.
 *
 * @param <S> state of the automaton
 */
final class PendingKeys<S> {
    /** Touched keys wait in memory to be sent; this many are sent at once whatever the interval. */
    private static final int MAX_KEYS = 50_000;

    /** Keys that may send are looked for this often a wait: the wait of a key that sent nothing lately, against inserts. */
    private static final int LOOKS_PER_WAIT = 4;

    private final KeyPace pace;
    private final Sender<S> sender;
    private final Map<String, Pending<S>> byKey = new HashMap<>();
    private final List<Pending<S>> fresh = new ArrayList<>();
    private final ArrayDeque<Pending<S>> sent = new ArrayDeque<>();

    /** Writes the state of a touched key and sends its rows. */
    interface Sender<S> {
        void send(Pending<S> touched) throws Exception;
    }

    PendingKeys(KeyPace pace, Sender<S> sender) {
        this.pace = pace;
        this.sender = sender;
    }

    /** Begins to look for keys that may send, and does so ever after. */
    void watch(ProcessingTimeService clock) {
        watch(clock, pace.waitMillis(clock.getCurrentProcessingTime()));
    }

    private void watch(ProcessingTimeService clock, long waitMillis) {
        long pauseMillis = Math.max(1, waitMillis / LOOKS_PER_WAIT);
        clock.registerTimer(clock.getCurrentProcessingTime() + pauseMillis, time -> {
            long nowMillis = clock.getCurrentProcessingTime();
            long nextWaitMillis = pace.waitMillis(nowMillis);
            sendDue(nowMillis, nextWaitMillis);
            watch(clock, nextWaitMillis);
        });
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

    /** Begins to know a key. */
    Pending<S> add(String key) {
        return byKey.computeIfAbsent(key, absent -> {
            Pending<S> added = new Pending<>(key);
            fresh.add(added);
            return added;
        });
    }

    /** Sends the rows of keys that have waited. */
    private void sendDue(long nowMillis, long waitMillis) throws Exception {
        while (!sent.isEmpty() && sent.peek().sentAtMillis() + waitMillis <= nowMillis) {
            sendOrForget(sent.poll(), nowMillis);
        }
        for (Pending<S> first : fresh) {
            sendOrForget(first, nowMillis);
        }
        fresh.clear();
    }

    /** Sends the rows of all touched keys, and forgets when any left. */
    void sendAll() throws Exception {
        for (Pending<S> pending : byKey.values()) {
            if (pending.isTouched()) {
                sender.send(pending);
            }
        }
        byKey.clear();
        fresh.clear();
        sent.clear();
    }

    private void sendOrForget(Pending<S> due, long nowMillis) throws Exception {
        if (due.isTouched()) {
            sender.send(due);
            due.settle(nowMillis);
            sent.add(due);
        } else {
            byKey.remove(due.key);
        }
    }
}
