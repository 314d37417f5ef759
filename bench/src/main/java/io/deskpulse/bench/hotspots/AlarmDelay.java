package io.deskpulse.bench.hotspots;

import io.deskpulse.bench.load.Loader;
import io.deskpulse.bench.measure.Machine;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.bench.stack.Input;
import io.deskpulse.bench.stack.Stage;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.OrderCreated;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.OrderLine;
import io.deskpulse.events.OrderPaid;
import io.deskpulse.events.ParcelShipped;
import io.deskpulse.events.ParcelTraced;
import io.deskpulse.events.RefundRequested;
import io.deskpulse.events.Sender;
import io.deskpulse.events.TicketEvent;
import io.deskpulse.events.TicketOpened;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.hotspots.HotspotsJob;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How long after the watermark of its tick an alarm shows in ClickHouse: a shop's quiet weeks, then a batch of one product whose buyers
 * complain, tick after tick. The time is from sending the events that carry the watermark over the end of a tick until a query sees the
 * row, so that the way of those events through Kafka is in it.
 */
final class AlarmDelay {
    private static final String NAME = "bench.alarms";
    private static final String SHOP = "alarm-shop";
    private static final String SKU = "sku-3";
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration TICK = Duration.ofMinutes(5);

    /** Of the job, when nobody sets it, and a little more. */
    private static final Duration DISORDER = Duration.ofMinutes(5).plusSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final int DAYS = 25;
    private static final int ORDERS_A_DAY = 200;
    private static final int PRODUCTS = 5;
    private static final int COMPLAIN_ONE_IN = 200;
    private static final int TICKS = 20;
    private static final int COMPLAINTS_A_TICK = 2;

    /** Enough keys to reach every partition of a topic. */
    private static final int KEYS = 16;

    private final Progress progress;
    private final SplittableRandom random = new SplittableRandom(1);
    private int events;

    /** Changes that came after a tick had been waited for. */
    private int late;

    AlarmDelay(Progress progress) {
        this.progress = progress;
    }

    /** Prints how many versions of alarms came, and how late. */
    void run() {
        System.out.println(Machine.line());
        try (BenchStack stack = new BenchStack(progress, "hashmap", 2)) {
            for (EventStream stream : EventStream.values()) {
                stack.createTopic(Input.topic(NAME, stream), 2);
            }
            FlinkJob job = stack.submit(List.of(new HotspotsJob()), Stage.JOB, NAME);
            List<Long> millis = delays(stack);
            job.cancel();
            if (millis.isEmpty()) {
                throw new UserError("No alarm came.");
            }
            Collections.sort(millis);
            System.out.printf(
                    "%d of %d ticks made or changed an alarm; in ClickHouse after p50 %d ms, max %d ms, %d later than"
                            + " %d s; load average %.1f%n",
                    millis.size(),
                    TICKS,
                    millis.get(millis.size() / 2),
                    millis.get(millis.size() - 1),
                    late,
                    PATIENCE.toSeconds(),
                    Machine.loadAverage());
        } catch (IOException | InterruptedException e) {
            throw new UserError("The stack cannot be used: " + e.getMessage(), e);
        }
    }

    private List<Long> delays(BenchStack stack) throws InterruptedException {
        List<Long> millis = new ArrayList<>();
        try (Loader loader = new Loader(stack.bootstrapServers(), 0)) {
            progress.step("Weeks in which nothing is wrong …");
            for (int order = 0; order < DAYS * ORDERS_A_DAY; order++) {
                sell(loader, order);
            }
            Instant end = START.plus(Duration.ofDays(DAYS));
            pass(loader, end);
            Thread.sleep(PATIENCE.toMillis());
            progress.step("A batch goes bad …");
            String seen = alarms(stack);
            for (int tick = 1; tick <= TICKS; tick++) {
                Instant tickEnd = end.plus(TICK.multipliedBy(tick));
                for (int i = 0; i < COMPLAINTS_A_TICK; i++) {
                    complain(
                            loader,
                            tickEnd.minusSeconds(60 + i),
                            ORDERS_A_DAY * (DAYS - 4) + 3 + PRODUCTS * (2 * tick + i));
                }
                String before = alarms(stack);
                late += before.equals(seen) ? 0 : 1;
                long sentNanos = System.nanoTime();
                pass(loader, tickEnd.plus(DISORDER));
                seen = before;
                long changedNanos = sentNanos;
                // A tick's rows may come in two inserts: the last one counts.
                while (System.nanoTime() - changedNanos < (seen.equals(before) ? PATIENCE : SETTLED).toNanos()) {
                    Thread.sleep(20);
                    String now = alarms(stack);
                    changedNanos = now.equals(seen) ? changedNanos : System.nanoTime();
                    seen = now;
                }
                if (changedNanos != sentNanos) {
                    millis.add((changedNanos - sentNanos) / 1_000_000);
                }
            }
        }
        return millis;
    }

    private static String alarms(BenchStack stack) {
        return stack.count("SELECT count() FROM hotspot_alarms") + " "
                + stack.count("SELECT sum(version) FROM hotspot_alarms FINAL");
    }

    private void sell(Loader loader, int number) {
        Instant created = START.plus(Duration.ofDays(1).dividedBy(ORDERS_A_DAY).multipliedBy(number));
        String order = "o" + number;
        String sku = "sku-" + number % PRODUCTS;
        tell(loader, created, order, new OrderCreated(List.of(new OrderLine(sku, 1, 9_900L)), null, false));
        tell(loader, created.plusSeconds(1), order, shipped(order));
        tell(loader, created.plusSeconds(2), order, new ParcelTraced("p" + order, "SIGNED"));
        if (random.nextInt(COMPLAIN_ONE_IN) == 0) {
            complain(loader, created.plusSeconds(3), number);
        }
    }

    private static ParcelShipped shipped(String order) {
        return ParcelShipped.newBuilder()
                .setParcelId("p" + order)
                .setCarrier("SF")
                .build();
    }

    private void complain(Loader loader, Instant at, int number) {
        String order = "o" + number;
        tell(loader, at, order, new RefundRequested("r" + order, "sku-" + number % PRODUCTS, "破损", false));
    }

    /** Something of no consequence that the job takes in, in every partition, so that event time is this. */
    private void pass(Loader loader, Instant at) {
        for (int key = 0; key < KEYS; key++) {
            tell(loader, at, "pass" + key, new OrderPaid(1L, null));
            loader.send(
                    Input.topic(NAME, EventStream.CHAT),
                    new ChatEvent(
                            nextId(),
                            at,
                            SHOP,
                            "pass" + key,
                            "b" + key,
                            Channel.CHAT,
                            null,
                            new MessageSent(Sender.BUYER, null, null, null, null)));
            loader.send(
                    Input.topic(NAME, EventStream.TICKETS),
                    TicketEvent.newBuilder()
                            .setEventId(nextId())
                            .setEventTime(at)
                            .setShopId(SHOP)
                            .setTicketId("pass" + key)
                            .setBuyerId("b" + key)
                            .setBody(TicketOpened.newBuilder()
                                    .setCategory("AFTER_SALES")
                                    .setPriority("P3")
                                    .setComplaint(false)
                                    .build())
                            .build());
        }
    }

    private void tell(Loader loader, Instant at, String order, Object body) {
        loader.send(
                Input.topic(NAME, EventStream.ORDERS), new OrderEvent(nextId(), at, SHOP, order, "b" + order, body));
    }

    private String nextId() {
        return "e" + events++;
    }
}
