package io.deskpulse.demo;

import io.deskpulse.local.Stack;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Reflection;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.ops.replay.Lag;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demo on a running stack: its past as fast as asked for, then live; headline numbers in the terminal all the while. */
public final class LiveDemo {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final long LONGEST_SLEEP_MILLIS = 200;
    private static final int EVENTS_BETWEEN_LOOKS = 512;
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(2);
    private static final long REFRESH_MILLIS = 250;

    private final DemoOptions options;
    private final DemoEvents events;
    private final DemoTime time;
    private final InstantSource clock;
    private final Panel panel;
    private Instant nextRefresh = Instant.MIN;
    private long sent;

    /**
     * A demo that begins when it is made.
     *
     * @param speed demo seconds a second until it has caught up with the clock, >= 1 or infinite
     * @param clock the wall clock
     * @param out where the headlines go
     * @param interactive whether lines there can be replaced in place
     */
    public LiveDemo(DemoOptions options, double speed, InstantSource clock, PrintStream out, boolean interactive) {
        this.options = options;
        this.events = new DemoEvents(options);
        this.time = new DemoTime(clock, options.start(), speed);
        this.clock = clock;
        this.panel = new Panel(out, interactive, clock);
    }

    /** Says things above the headlines. */
    public Progress progress() {
        return panel;
    }

    /**
     * Returns only by failing; Ctrl-C ends the process.
     *
     * @param job the jobs of the stack
     * @throws UserError when the broker, the job or ClickHouse has ended
     */
    public void run(Stack stack, FlinkJob job) {
        Headlines headlines =
                new Headlines(new ClickHouseHttp(stack.clickHouse().reader()));
        try (EventSender sender = new EventSender(stack.kafka().access());
                Reflection reflection = new Reflection(stack, job, panel);
                DemoWatch watch = new DemoWatch(stack, reflection, headlines, time::present)) {
            while (true) {
                sendSome(sender);
                watch.throwFailure();
                refresh(watch);
                sleepUntilDue();
            }
        }
    }

    private void sendSome(EventSender sender) {
        Instant present = time.present();
        for (int i = 0; i < EVENTS_BETWEEN_LOOKS && !events.nextDueAt().isAfter(present); i++) {
            sender.send(events.next());
            sent++;
        }
    }

    private void refresh(DemoWatch watch) {
        Instant now = clock.instant();
        if (now.isBefore(nextRefresh)) {
            return;
        }
        nextRefresh = now.plusMillis(REFRESH_MILLIS);
        Instant reached = events.nextDueAt().isBefore(now) ? events.nextDueAt() : now;
        boolean live = Duration.between(reached, now).compareTo(LIVE_WITHIN) <= 0;
        Lag lag = watch.lag();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s  %s  %,d events sent  lag %s",
                CLOCK.format(reached.atZone(options.zone())),
                live ? "live" : "catching up",
                sent,
                lag == null ? "-" : String.format(Locale.ROOT, "%,d", lag.events())));
        lines.addAll(watch.table());
        panel.show(lines);
    }

    private void sleepUntilDue() {
        long millis = ChronoUnit.MILLIS.between(time.present(), events.nextDueAt());
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(Math.min(millis, LONGEST_SLEEP_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.", e);
        }
    }
}
