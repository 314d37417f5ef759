package io.deskpulse.bench.chaos;

import io.deskpulse.demo.DemoEvents;
import io.deskpulse.demo.DemoOptions;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.wire.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is sent in one round: a day of the demo's four shops, in shops of its own, shuffled, a fifth of it twice, with bytes among it that
 * are no events. Equal seeds give equal rounds.
 *
 * @param seed of everything in it
 * @param events each once, in the order in which they happened
 * @param deliveries what is sent, in this order
 */
record Round(long seed, List<SpecificRecord> events, List<Delivery> deliveries) {
    private static final Instant START = Instant.parse("2026-10-20T00:00:00Z");
    private static final Duration LENGTH = Duration.ofHours(24);
    private static final int GARBAGE = 3;
    private static final int PARTS_DELIVERED_TWICE = 5;

    /** Of about so many events. */
    static Round of(long seed, int size) {
        Random random = new Random(seed);
        List<SpecificRecord> events = events(seed, size);
        List<Delivery> deliveries = new ArrayList<>();
        EventEncoder encoder = new EventEncoder();
        for (SpecificRecord event : events) {
            EventStream stream = EventStream.of(event);
            deliveries.add(new Delivery(
                    stream, stream.key(event).getBytes(StandardCharsets.UTF_8), encoder.encode(event), true));
        }
        Collections.shuffle(deliveries, random);
        deliveries.addAll(List.copyOf(deliveries.subList(0, deliveries.size() / PARTS_DELIVERED_TWICE)));
        for (EventStream stream : EventStream.values()) {
            for (int i = 0; i < GARBAGE; i++) {
                byte[] bytes = new byte[1 + random.nextInt(60)];
                random.nextBytes(bytes);
                deliveries.add(new Delivery(stream, ("garbage" + i).getBytes(StandardCharsets.UTF_8), bytes, false));
            }
        }
        Collections.shuffle(deliveries, random);
        return new Round(seed, events, List.copyOf(deliveries));
    }

    /** A part of a shop's id that only this round's shops have. */
    String mark() {
        return "~" + seed + ".";
    }

    private static List<SpecificRecord> events(long seed, int size) {
        DemoEvents demo =
                new DemoEvents(DemoOptions.of(seed, START).withEventsPerSecond((double) size / LENGTH.toSeconds()));
        List<SpecificRecord> events = new ArrayList<>();
        while (demo.nextDueAt().isBefore(START.plus(LENGTH))) {
            SpecificRecord event = demo.next();
            Schema.Field shop = event.getSchema().getField("shop_id");
            event.put(shop.pos(), event.get(shop.pos()) + "~" + seed + ".");
            events.add(event);
        }
        return List.copyOf(events);
    }
}
