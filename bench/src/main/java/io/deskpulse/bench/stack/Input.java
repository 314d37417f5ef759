package io.deskpulse.bench.stack;

import io.deskpulse.bench.load.AgentLoad;
import io.deskpulse.bench.load.ChatLoad;
import io.deskpulse.bench.load.Load;
import io.deskpulse.bench.load.Loader;
import io.deskpulse.bench.load.Mix;
import io.deskpulse.bench.load.OrderLoad;
import io.deskpulse.bench.load.TicketLoad;
import io.deskpulse.bench.measure.Reading;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Chats, orders, tickets and agents in topics of their own, all going on at the same time and buyers shared between chats and orders; event
 * time advances evenly.
 */
public final class Input {
    private static final int PARTITIONS = 2;
    private static final int SHIFTS = 4_000;
    private static final int LINGER_MILLIS = 20;
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

    private final BenchStack stack;
    private final String name;
    private final Mix mix;
    private final double nanosPerEvent;
    private final Map<EventStream, Load> loads = new EnumMap<>(EventStream.class);
    private final Map<EventStream, Long> sentTo = new EnumMap<>(EventStream.class);
    private long sent;
    private long bytes;

    /**
     * New, empty topics; a job that starts before the first {@link #send} may find that the broker does not lead them yet.
     *
     * @param name prefix of the topics
     * @param openConversations conversations going on at a time; orders and tickets in proportion
     * @param span event time that passes over {@code events} events
     */
    public Input(BenchStack stack, String name, Mix mix, int openConversations, Duration span, long events) {
        this.stack = stack;
        this.name = name;
        this.mix = mix;
        this.nanosPerEvent = (double) span.toNanos() / events;
        double conversationsPerOrder = mix.of(EventStream.CHAT)
                / (double) ChatLoad.EVENTS_EACH
                * OrderLoad.eventsEach()
                / Math.max(1, mix.of(EventStream.ORDERS));
        loads.put(EventStream.CHAT, new ChatLoad(1, openConversations));
        int openOrders = (int) Math.max(1, openConversations / Math.max(1, conversationsPerOrder));
        loads.put(EventStream.ORDERS, new OrderLoad(2, openOrders, conversationsPerOrder));
        loads.put(EventStream.TICKETS, new TicketLoad(3, openConversations));
        loads.put(EventStream.AGENTS, new AgentLoad(4, SHIFTS));
        for (EventStream stream : loads.keySet()) {
            sentTo.put(stream, 0L);
            stack.createTopic(topic(name, stream), PARTITIONS);
        }
    }

    /** The topic of a stream under a prefix. */
    public static String topic(String name, EventStream stream) {
        return name + "." + stream.jsonName();
    }

    /** Sends this many events more, and those of agents on top; returns when the broker has them. */
    public void send(long events) {
        try (Loader loader = new Loader(stack.bootstrapServers(), LINGER_MILLIS)) {
            for (long end = sent + events; sent < end; sent++) {
                Instant time = START.plusNanos((long) (sent * nanosPerEvent));
                send(loader, mix.streamOf(sent), time);
                if (mix.isAgentsNext(sent)) {
                    send(loader, EventStream.AGENTS, time);
                }
            }
            bytes += loader.bytes();
        }
    }

    private void send(Loader loader, EventStream stream, Instant time) {
        loader.send(topic(name, stream), loads.get(stream).next(time));
        sentTo.merge(stream, 1L, Long::sum);
    }

    /** Prefix of its topics. */
    public String name() {
        return name;
    }

    /** Events sent so far to the topics that these jobs read. */
    public long eventsFor(List<DeskpulseJob> jobs) {
        return BenchJobs.streams(jobs).stream().mapToLong(sentTo::get).sum();
    }

    /** Conversations, orders or tickets of which at least one event was sent. */
    public long begun(EventStream stream) {
        return loads.get(stream).begun();
    }

    /** Mean bytes of an event. */
    public long bytesPerEvent() {
        return bytes / sentTo.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What these jobs have read when they have read everything sent so far. */
    public List<Reading> readings(List<DeskpulseJob> jobs) {
        List<Reading> readings = new ArrayList<>();
        BenchJobs.streams(jobs).forEach(stream -> {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                partitions.add(new TopicPartition(topic(name, stream), partition));
            }
            readings.add(new Reading(partitions, sentTo.get(stream)));
        });
        return readings;
    }
}
