package io.deskpulse.local.replay;

import io.deskpulse.local.Stack;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.ops.replay.MergedEvents;
import io.deskpulse.ops.replay.Pace;
import io.deskpulse.ops.replay.RejectedLines;
import io.deskpulse.ops.replay.ReplayOptions;
import io.deskpulse.ops.replay.TimeShift;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.time.Duration;
import java.time.Instant;

/** Sends the events of files through a stack and waits until the rows show all of them. */
public final class Replay {
    /**
     * What was sent.
     *
     * @param events valid events
     * @param rejectedLines lines that were none
     */
    public record Sent(long events, long rejectedLines) {}

    private final ReplayOptions options;
    private final Stack stack;
    private final FlinkJob job;
    private final Terminal terminal;

    /**
     * A replay on a running stack.
     *
     * @param job the jobs of the stack
     */
    public Replay(ReplayOptions options, Stack stack, FlinkJob job, Terminal terminal) {
        this.options = options;
        this.stack = stack;
        this.job = job;
        this.terminal = terminal;
    }

    /**
     * Returns when every event is reflected in ClickHouse, as a row or as a rejected event.
     *
     * @throws io.deskpulse.ops.UserError when a file cannot be read to its end, or the broker or the job fails
     */
    public Sent run() {
        TimeShift shift = shift();
        ReplayDisplay display = new ReplayDisplay(terminal, totalBytes());
        try (EventSender sender = new EventSender(stack.kafka().bootstrapServers());
                Reflection reflection = new Reflection(stack, job, terminal)) {
            Sent sent = send(sender, shift, reflection, display);
            display.allSent();
            reflection.awaitAll(display::lag);
            display.finish();
            return sent;
        }
    }

    private Sent send(EventSender sender, TimeShift shift, Reflection reflection, ReplayDisplay display) {
        RejectedLines rejected = new RejectedLines(sender, terminal);
        Pace pace = Pace.parse(options.speed());
        long count = 0;
        try (LagSampler sampler = new LagSampler(reflection, display::lag);
                MergedEvents events = new MergedEvents(options.files(), rejected::add, display::read)) {
            for (ParsedLine.Event event = events.next(); event != null; event = events.next()) {
                shift.apply(event.event());
                pace.await(EventStream.eventTimeMillis(event.event()), display::refresh);
                sender.send(event.event());
                display.sent();
                count++;
                sampler.throwFailure();
            }
            sender.flush();
        }
        rejected.finish();
        return new Sent(count, rejected.count());
    }

    private TimeShift shift() {
        if (!options.shiftToNow()) {
            return new TimeShift(Duration.ZERO);
        }
        terminal.step("Looking for the newest event …");
        return TimeShift.newestTo(Instant.now(), options.files());
    }

    private long totalBytes() {
        return options.files().stream()
                .mapToLong(file -> file.toFile().length())
                .sum();
    }
}
