package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.Sequel;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.util.function.FunctionWithException;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * When keys are dropped, and what may have been dropped already: the only part of the timeline shell that depends on watermarks.
 *
 * <p>A key has one timer, at the earliest instant at which it may have to go; when that is too soon it sets the next. Superseded
 * deliveries keep a key as well: a new timeline never shares a day with a row that was taken back.
 *
 * @param <S> state of the automaton
 */
final class Forgetting<S> implements Triggerable<String, VoidNamespace> {
    private final Retention retention;
    private final Derivation<?, S, ?> derivation;
    private final FunctionWithException<String, TimelineState<S>, Exception> find;
    private final ThrowingConsumer<String, Exception> drop;
    private InternalTimerService<VoidNamespace> timers;

    /**
     * The forgetting of an operator's keys.
     *
     * @param find tells what is known of the current key
     * @param drop drops the current key, whose time has come
     */
    Forgetting(
            Retention retention,
            Derivation<?, S, ?> derivation,
            FunctionWithException<String, TimelineState<S>, Exception> find,
            ThrowingConsumer<String, Exception> drop) {
        this.retention = retention;
        this.derivation = derivation;
        this.find = find;
        this.drop = drop;
    }

    /** Gives it the service that wakes it up. */
    void wakeBy(InternalTimerService<VoidNamespace> service) {
        timers = service;
    }

    /** Whether an event of a key of which nothing is known may belong to what was dropped. */
    boolean isTooLate(long eventMillis) {
        return retention.isTooLate(eventMillis, timers.currentWatermark());
    }

    /** The same of an event that lies before all that is known of its key. */
    boolean isTooLate(TimelineState<S> timeline, long eventMillis) {
        return eventMillis <= timeline.forgottenUntilMillis || isTooLate(eventMillis);
    }

    /** What an event after the last one is to its timeline. */
    Sequel sequel(TimelineState<S> timeline, long nextMillis) {
        // Nothing is forgotten any sooner; spares the common event a look at the automaton.
        if (timeline.isEmpty() || nextMillis - timeline.lastMillis <= retention.atRestMillis()) {
            return Sequel.GOES_ON;
        }
        return retention.sequel(timeline.lastMillis, nextMillis, isAtRest(timeline));
    }

    /** Whether a watermark right before {@code nextMillis} would have dropped the key. */
    boolean isDropped(TimelineState<S> timeline, long nextMillis) {
        return nextMillis > retention.forgottenAtMillis(timeline.lastHeardMillis(), isAtRest(timeline));
    }

    /** The last instant that belongs to a timeline which is being cut off. */
    long rememberedUntilMillis(TimelineState<S> timeline) {
        return retention.rememberedUntilMillis(timeline.lastHeardMillis(), isAtRest(timeline));
    }

    /** Makes sure that the current key is dropped one day. */
    void watch(TimelineState<S> timeline) {
        if (!timeline.hasTimer && !retention.isForever()) {
            wakeAt(retention.forgottenAtMillis(timeline.lastHeardMillis(), true));
            timeline.hasTimer = true;
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        TimelineState<S> timeline = find.apply(timer.getKey());
        long dueMillis = retention.forgottenAtMillis(timeline.lastHeardMillis(), isAtRest(timeline));
        if (dueMillis <= timer.getTimestamp()) {
            drop.accept(timer.getKey());
        } else {
            wakeAt(Math.min(dueMillis, timer.getTimestamp() + retention.atRestMillis()));
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no processing-time timer is ever registered");
    }

    private void wakeAt(long millis) {
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, millis);
    }

    private boolean isAtRest(TimelineState<S> timeline) {
        return derivation.atRest(timeline.automaton);
    }
}
