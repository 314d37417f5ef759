package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.binary.LongSet;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.Sequel;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.metrics.timeline.VersionedDerivation;
import io.deskpulse.streaming.facts.FactFamily;
import io.deskpulse.streaming.facts.FactRow;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the timeline of each key and sends out the rows that follow from it: the shell around every {@link Derivation}.
 *
 * <p>In: events keyed by string, in any order, each as often and with as many contents as it is delivered. Out: rows whose version is
 * the number of distinct deliveries known; about one set of touched rows per flush interval, and all before each checkpoint
 * barrier, so that a completed checkpoint means visible rows. Side output: events too late to be placed. State per key: the automaton,
 * the identities of the events known as hashes, and the list of distinct deliveries. An event after the last one whose hash is new
 * advances the automaton and is appended, in O(1), without reading the list; {@link Rederivation} sees to the others. State of keys
 * touched since the last flush is held in memory and written with it, so that a key costs one read and one write of state a flush,
 * not an event. {@link Forgetting} clears a key by an event-time timer once it has been silent for its retention. Rows alias the
 * state: consume them at once or let them be serialized.
 *
 * @param <E> event
 * @param <S> state of the automaton
 * @param <F> content of a row
 */
public final class TimelineOperator<E extends TimelineEvent, S, F> extends AbstractStreamOperator<FactRow<F>>
        implements OneInputStreamOperator<Located<E>, FactRow<F>> {
    private final FactFamily<E, S, F> family;
    private final OutputTag<Located<E>> tooLate;
    private final long flushIntervalMillis;

    private transient Derivation<E, S, F> derivation;
    private transient ValueState<TimelineState<S>> timelines;
    private transient EventList<E> events;
    private transient Forgetting<S> forgetting;
    private transient Rows<E, S, F> rows;
    private transient Rederivation<E, S, F> rederivation;
    private transient KeyPace pace;
    private transient PendingKeys<S> pending;
    private transient Counter duplicates;
    private transient Counter outOfOrder;
    private transient Counter superseded;
    private transient Counter tooLateEvents;

    /**
     * A shell around {@code family}.
     *
     * @param flushIntervalMillis rows leave about this often, > 0; rarer while the job is behind, which the records' timestamps tell:
     *     when Kafka got them
     */
    public TimelineOperator(FactFamily<E, S, F> family, OutputTag<Located<E>> tooLate, long flushIntervalMillis) {
        this.family = family;
        this.tooLate = tooLate;
        this.flushIntervalMillis = flushIntervalMillis;
    }

    @Override
    public void open() throws Exception {
        super.open();
        derivation = family.derivation();
        rows = new Rows<>(family, derivation, row -> output.collect(new StreamRecord<>(row)));
        timelines = getRuntimeContext().getState(TimelineStateCodec.descriptor(family.states()));
        events = new EventList<>(getRuntimeContext().getListState(EventList.descriptor()), family.events());
        forgetting = new Forgetting<>(family.retention(), derivation, this::find, this::drop);
        forgetting.wakeBy(getInternalTimerService("forget", VoidNamespaceSerializer.INSTANCE, forgetting));
        rederivation = new Rederivation<>(family, derivation, events, forgetting, rows);
        pace = new KeyPace(flushIntervalMillis);
        pending = new PendingKeys<>(pace, getProcessingTimeService(), this::send);
        duplicates = getMetricGroup().counter("duplicateEvents");
        outOfOrder = getMetricGroup().counter("outOfOrderEvents");
        superseded = getMetricGroup().counter("supersededDeliveries");
        tooLateEvents = getMetricGroup().counter("tooLateEvents");
    }

    @Override
    public void processElement(StreamRecord<Located<E>> element) throws Exception {
        Located<E> located = element.getValue();
        E event = located.event();
        if (element.hasTimestamp()) {
            pace.takenIn(element.getTimestamp());
        }
        Pending<S> known = pending.get(key());
        TimelineState<S> timeline = known == null ? timelines.value() : known.timeline();
        if (timeline == null && forgetting.isTooLate(event.timeMillis())) {
            reject(located);
            return;
        }
        timeline = timeline == null ? begin(event) : timeline;
        if (timeline.identities == null) {
            rederivation.identify(key(), timeline);
        }
        if (timeline.endsBefore(event)) {
            follow(known, timeline, located);
        } else {
            place(known, timeline, located);
        }
        pending.sendAllIfFull();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        pending.sendAll();
    }

    @Override
    public void finish() throws Exception {
        pending.sendAll();
        super.finish();
    }

    private TimelineState<S> find(String key) throws Exception {
        Pending<S> known = pending.get(key);
        return known == null ? timelines.value() : known.timeline();
    }

    /** Drops the current key, whose last rows leave before. */
    private void drop(String key) throws Exception {
        Pending<S> known = pending.get(key);
        if (known != null && known.isTouched()) {
            sendRows(key, known, known.timeline(), 0);
        }
        clear(known);
        timelines.clear();
    }

    private TimelineState<S> begin(E first) {
        int generation = family.states().generation();
        TimelineState<S> begun = new TimelineState<>(
                derivation.start(), generation, family.events().anchor(first));
        begun.identities = new LongSet();
        return begun;
    }

    /** Takes in an event that lies after the last, unless it is known with another stamp. */
    private void follow(Pending<S> known, TimelineState<S> timeline, Located<E> located) throws Exception {
        E event = located.event();
        Sequel sequel = forgetting.sequel(timeline, event.timeMillis());
        if (sequel == Sequel.TOO_LATE) {
            reject(located);
        } else if (sequel == Sequel.STARTS_ANEW && forgetting.isDropped(timeline, event.timeMillis())) {
            // Identities are forgotten with their timeline, whether or not the watermark has dropped it.
            append(known, cutOff(known, timeline, event), event);
        } else if (!timeline.identities.add(event.identityHash())) {
            place(known, timeline, located);
        } else {
            if (sequel == Sequel.STARTS_ANEW) {
                sendLast(known, timeline);
                timeline.automaton = VersionedDerivation.restart(derivation, timeline.automaton);
            }
            append(known, timeline, event);
        }
    }

    private void append(Pending<S> known, TimelineState<S> timeline, E event) throws Exception {
        boolean isRederived = rederivation.complete(key(), known, timeline);
        long sentUpTo = isRederived ? 0 : timeline.count;
        derivation.advance(timeline.automaton, event, rows.of(key(), timeline));
        timeline.appended(event);
        keep(known, timeline, sentUpTo).appended.add(events.encode(event, timeline.anchor));
    }

    /**
     * Drops a timeline that was silent for too long where a watermark would have done so, and begins another: rows and versions do not
     * depend on when a timer happens to fire.
     */
    private TimelineState<S> cutOff(Pending<S> known, TimelineState<S> timeline, E next) throws Exception {
        sendLast(known, timeline);
        clear(known);
        TimelineState<S> fresh = begin(next);
        fresh.identities.add(next.identityHash());
        fresh.forgottenUntilMillis = forgetting.rememberedUntilMillis(timeline);
        fresh.hasTimer = timeline.hasTimer;
        return fresh;
    }

    /** Sends the rows that the automaton will know no more. */
    private void sendLast(Pending<S> known, TimelineState<S> timeline) throws Exception {
        rederivation.complete(key(), known, timeline);
        sendRows(key(), known, timeline, 0);
    }

    /** Takes in an event that does not lie after the last, or may be known. */
    private void place(Pending<S> known, TimelineState<S> timeline, Located<E> located) throws Exception {
        switch (rederivation.place(key(), known, timeline, located.event())) {
            case KNOWN -> duplicates.inc();
            case TOO_LATE -> reject(located);
            case PLACED -> {
                outOfOrder.inc();
                keep(known, timeline, 0).appended.clear();
            }
            case SUPERSEDED -> {
                superseded.inc();
                keep(known, timeline, 0).appended.add(events.encode(located.event(), timeline.anchor));
            }
        }
    }

    /** Remembers that the state of the current key must be written and its rows sent at the next flush. */
    private Pending<S> keep(Pending<S> known, TimelineState<S> timeline, long sentUpTo) {
        forgetting.watch(timeline);
        Pending<S> touched = known == null ? pending.add(key()) : known;
        touched.touch(timeline, sentUpTo);
        pending.await();
        return touched;
    }

    private void clear(Pending<S> known) {
        events.clear();
        if (known != null) {
            known.drop();
        }
    }

    private void send(Pending<S> touched) throws Exception {
        setCurrentKey(touched.key);
        TimelineState<S> timeline = touched.timeline();
        events.append(touched.appended);
        timelines.update(timeline);
        sendRows(touched.key, null, timeline, touched.sentUpTo());
    }

    /** Sends the rows of the current key that events after the first {@code sentUpTo} touched; {@code known} when its list lacks some. */
    private void sendRows(String key, Pending<S> known, TimelineState<S> timeline, long sentUpTo) throws Exception {
        if (timeline.isRetold()) {
            rederivation.sendAll(key, known, timeline);
        } else {
            rows.sendTouched(key, timeline, sentUpTo);
        }
    }

    private String key() {
        return (String) getCurrentKey();
    }

    private void reject(Located<E> located) {
        tooLateEvents.inc();
        output.collect(tooLate, new StreamRecord<>(located));
    }
}
