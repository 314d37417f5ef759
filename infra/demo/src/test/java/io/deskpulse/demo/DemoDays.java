package io.deskpulse.demo;

import io.deskpulse.events.AgentEvent;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Days of the demo, played once for all tests: two from a Friday's midnight in Shanghai, at scale 1. */
public final class DemoDays {

    /** The first midnight. */
    public static final Instant START = Instant.parse("2026-11-19T16:00:00Z");

    private DemoDays() {}

    /** All events of the two days, in order. */
    public static List<SpecificRecord> events() {
        return Two.DAYS;
    }

    /** The events due within so long of the start. */
    public static List<SpecificRecord> play(DemoOptions options, Duration length) {
        DemoEvents demo = new DemoEvents(options);
        Instant end = options.start().plus(length);
        List<SpecificRecord> events = new ArrayList<>();
        while (demo.nextDueAt().isBefore(end)) {
            events.add(demo.next());
        }
        return events;
    }

    /** Chat events by shop and conversation. */
    public static Map<String, List<ChatEvent>> conversations() {
        return grouped(ChatEvent.class, event -> event.getShopId() + '/' + event.getConversationId());
    }

    /** Order events by shop and order. */
    public static Map<String, List<OrderEvent>> orders() {
        return grouped(OrderEvent.class, event -> event.getShopId() + '/' + event.getOrderId());
    }

    /** Ticket events by shop and ticket. */
    public static Map<String, List<TicketEvent>> tickets() {
        return grouped(TicketEvent.class, event -> event.getShopId() + '/' + event.getTicketId());
    }

    /** Agent events by account. */
    public static Map<String, List<AgentEvent>> accounts() {
        return grouped(AgentEvent.class, AgentEvent::getAgentId);
    }

    private static <T> Map<String, List<T>> grouped(Class<T> type, Function<T, String> key) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (SpecificRecord event : Two.DAYS) {
            if (type.isInstance(event)) {
                T one = type.cast(event);
                groups.computeIfAbsent(key.apply(one), any -> new ArrayList<>()).add(one);
            }
        }
        return groups;
    }

    /** Not played for whoever plays days of their own. */
    private static final class Two {
        static final List<SpecificRecord> DAYS = play(DemoOptions.of(11, START), Duration.ofDays(2));
    }
}
