package io.deskpulse.bench.hotspots.real;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.Signal;
import io.deskpulse.metrics.timeline.Deliveries;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.facts.ShopKey;
import io.deskpulse.streaming.hotspots.signals.AgentGroups;
import io.deskpulse.streaming.hotspots.signals.ContactTicks;
import io.deskpulse.streaming.hotspots.signals.OrderTicks;
import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.ticks.TickFamily;
import io.deskpulse.streaming.ticks.TickOperator;
import io.deskpulse.streaming.ticks.TickOutput;
import io.deskpulse.streaming.ticks.TickReader;
import io.deskpulse.streaming.timeline.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.util.OutputTag;

/** What shops are told: the job's first stage over all events of each order and conversation, none of which is late. */
final class ToldShops implements TickOutput<ShopSignal> {
    final Map<String, List<Signal>> signals = new TreeMap<>();
    final Map<String, Integer> counters = new TreeMap<>();

    private final List<ContactEvent> contacts;

    private ToldShops(List<ContactEvent> chats) {
        contacts = new ArrayList<>(chats);
    }

    /** Runs the first stage. */
    static ToldShops of(FileEvents events, ReasonTaxonomy taxonomy) {
        ToldShops told = new ToldShops(events.ofChats);
        told.read(events.ofOrders, ComplaintEvent::about, new OrderTicks(taxonomy, Retention.FOREVER));
        told.read(
                List.copyOf(told.contacts),
                ContactEvent::conversationId,
                new ContactTicks(new AgentGroups(Map.of()), Retention.FOREVER));
        return told;
    }

    private <E extends TimelineEvent, S> void read(
            List<E> events, Function<E, String> id, TickFamily<E, S, ShopSignal> family) {
        Map<String, List<E>> byKey = new LinkedHashMap<>();
        events.forEach(
                event -> byKey.computeIfAbsent(ShopKey.of(event.shopId(), id.apply(event)), key -> new ArrayList<>())
                        .add(event));
        TickReader<E, S, ShopSignal> reader = family.reader();
        byKey.values().forEach(ofKey -> {
            S state = reader.start();
            Deliveries.of(ofKey, family.events()).kept().forEach(event -> reader.read(state, event, this));
        });
    }

    /** Exposures have the time of their tick, as the job adds them up by it. */
    @Override
    public void collect(ShopSignal told) {
        Signal signal = told.signal();
        if (signal instanceof Exposure of) {
            long tick = TickOperator.tickBeginMillis(of.timeMillis());
            signal = new Exposure(tick, of.type(), of.dimension(), of.value(), of.count());
        }
        signals.computeIfAbsent(told.shopId(), shop -> new ArrayList<>()).add(signal);
    }

    @Override
    public <X> void aside(OutputTag<X> tag, X element) {
        contacts.add((ContactEvent) ((Located<?>) element).event());
    }

    @Override
    public void count(String counter) {
        counters.merge(counter, 1, Integer::sum);
    }
}
