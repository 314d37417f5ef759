package io.deskpulse.streaming.hotspots.signals;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.facts.ShopKey;
import io.deskpulse.streaming.testing.CountedOperator;
import io.deskpulse.streaming.ticks.TickFamily;
import io.deskpulse.streaming.ticks.TickOperator;
import io.deskpulse.streaming.timeline.Located;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** An attempt of an operator that tells signals, and what was told in it. */
final class TickAttempt<E extends TimelineEvent> implements AutoCloseable {
    final KeyedOneInputStreamOperatorTestHarness<String, Located<E>, ShopSignal> harness;

    private TickAttempt(KeyedOneInputStreamOperatorTestHarness<String, Located<E>, ShopSignal> harness) {
        this.harness = harness;
    }

    /** Of orders, from the beginning when there is no state. */
    static TickAttempt<ComplaintEvent> ofOrders(OrderTicks orders, StateBackend backend, OperatorSubtaskState state)
            throws Exception {
        return of(orders, TickAttempt::key, backend, state);
    }

    /** Of orders, by an operator whose counters are looked at. */
    static TickAttempt<ComplaintEvent> ofOrders(OrderTicks orders, CountedOperator counted) throws Exception {
        TickAttempt<ComplaintEvent> attempt = new TickAttempt<>(new KeyedOneInputStreamOperatorTestHarness<>(
                new TickOperator<>(orders), TickAttempt::key, Types.STRING, counted.environment()));
        attempt.harness.open();
        return attempt;
    }

    /** Of conversations, from the beginning when there is no state. */
    static TickAttempt<ContactEvent> ofContacts(ContactTicks contacts, StateBackend backend, OperatorSubtaskState state)
            throws Exception {
        return of(contacts, ContactEvents::key, backend, state);
    }

    private static <E extends TimelineEvent> TickAttempt<E> of(
            TickFamily<E, ?, ShopSignal> family,
            KeySelector<Located<E>, String> key,
            StateBackend backend,
            OperatorSubtaskState state)
            throws Exception {
        TickAttempt<E> attempt = new TickAttempt<>(
                new KeyedOneInputStreamOperatorTestHarness<>(new TickOperator<>(family), key, Types.STRING));
        attempt.harness.setStateBackend(backend);
        attempt.harness.setup(ShopSignalCodec.TYPE.createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            attempt.harness.initializeState(state);
        }
        attempt.harness.open();
        return attempt;
    }

    void send(E event) throws Exception {
        harness.processElement(new StreamRecord<>(new Located<>(event, 0, 0)));
    }

    /** What was told since it was last asked for. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        for (Object element = harness.getOutput().poll();
                element != null;
                element = harness.getOutput().poll()) {
            if (element instanceof StreamRecord<?> sent) {
                told.add(sent.getValue().toString());
            }
        }
        var aside = harness.getSideOutput(OrderTicks.OF_CONVERSATIONS);
        while (aside != null && !aside.isEmpty()) {
            told.add(aside.poll().getValue().event().toString());
        }
        return told;
    }

    private static String key(Located<ComplaintEvent> located) {
        return ShopKey.of(located.event().shopId(), located.event().about());
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
