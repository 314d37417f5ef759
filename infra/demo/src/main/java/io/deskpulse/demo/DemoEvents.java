package io.deskpulse.demo;

import io.deskpulse.demo.day.ShopDays;
import io.deskpulse.demo.script.Agenda;
import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.shop.ArrivalCurve;
import io.deskpulse.demo.shop.DemoShops;
import io.deskpulse.demo.shop.Shop;
import io.deskpulse.demo.shop.ShopProfile;
import io.deskpulse.schemas.EventStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.avro.specific.SpecificRecord;

/**
 * The demo's events, without end: four shops, each on its own clock, all four streams, in the order in which they are due.
 *
 * <p>An event is due at its event time; one that {@link Imperfection} delays or repeats is due later. Equal options give equal
 * events. Nothing waits here: send while {@link #nextDueAt()} is not after the present, then sleep until it is; so a demo that starts
 * hours ago catches up as fast as it is read and goes on live. Holds open stories only. One thread.
 */
public final class DemoEvents implements Iterator<SpecificRecord> {

    private static final long DELAY_MIN_MILLIS = 500;
    private static final long DELAY_MAX_MILLIS = 120_000;

    private final Imperfection imperfection;
    private final Dice postman;
    private final Agenda agenda;
    private final PriorityQueue<Delivery> delayed =
            new PriorityQueue<>(Comparator.comparingLong(Delivery::dueMillis).thenComparingLong(Delivery::sequence));
    private SpecificRecord fresh;
    private Delivery upcoming;
    private long sequence;

    /** The events of a demo, from its start. */
    public DemoEvents(DemoOptions options) {
        long startMillis = options.start().toEpochMilli();
        Dice dice = new Dice(options.seed());
        this.imperfection = options.imperfection();
        this.postman = dice.split();
        this.agenda = new Agenda(startMillis);
        String run = Long.toString(startMillis, Character.MAX_RADIX);
        Map<String, ZoneId> zones = DemoSettings.zones(options.zone());
        for (ShopProfile profile : DemoShops.all()) {
            ZoneId zone = zones.getOrDefault(profile.id(), options.zone());
            Shop shop = new Shop(profile, agenda, dice.split(), run, options.scale());
            ArrivalCurve curve =
                    new ArrivalCurve(zone, profile.hourlyWeights(), options.promotions(), options.promotionFactor());
            new ShopDays(shop, curve, options.scale()).begin(zone);
        }
        this.upcoming = deliver();
    }

    /** Always true: the demo has no end. */
    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public SpecificRecord next() {
        SpecificRecord event = upcoming.event();
        upcoming = deliver();
        return event;
    }

    /** When the event that {@link #next()} returns is due; never earlier than the one before. */
    public Instant nextDueAt() {
        return Instant.ofEpochMilli(upcoming.dueMillis());
    }

    /** Events and scenes held for later: a measure of the memory needed, which does not grow with time. */
    public int pendingCount() {
        return agenda.size() + delayed.size();
    }

    private Delivery deliver() {
        while (true) {
            if (fresh == null) {
                fresh = agenda.next();
            }
            long dueMillis = EventStream.eventTimeMillis(fresh);
            if (!delayed.isEmpty() && delayed.peek().dueMillis() <= dueMillis) {
                return delayed.poll();
            }
            SpecificRecord event = fresh;
            fresh = null;
            if (postman.chance(imperfection.duplicateRatio())) {
                delay(event, dueMillis);
            }
            if (!postman.chance(imperfection.lateRatio())) {
                return new Delivery(dueMillis, sequence++, event);
            }
            delay(event, dueMillis);
        }
    }

    private void delay(SpecificRecord event, long dueMillis) {
        long lateMillis = postman.millis(DELAY_MIN_MILLIS, DELAY_MAX_MILLIS);
        delayed.add(new Delivery(dueMillis + lateMillis, sequence++, event));
    }

    private record Delivery(long dueMillis, long sequence, SpecificRecord event) {}
}
