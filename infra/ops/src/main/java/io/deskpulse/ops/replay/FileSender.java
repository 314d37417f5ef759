package io.deskpulse.ops.replay;

import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.replay.files.MergedEvents;
import io.deskpulse.ops.replay.files.RejectedLine;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Sends the events of files, merged, shifted and paced as asked for, and shows how far it is. */
public final class FileSender {
    private final ReplayOptions options;
    private final Terminal terminal;
    private final ReplayDisplay display;
    private final TimeShift shift;

    /**
     * Prepares to send; looks for the newest event when all shall be shifted.
     *
     * @throws io.deskpulse.ops.UserError when a file cannot be read to its end
     */
    public FileSender(ReplayOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        this.shift = shift(options, terminal);
        this.display = new ReplayDisplay(terminal, options.files().lines());
    }

    /** What it shows on. */
    public ReplayDisplay display() {
        return display;
    }

    /**
     * Returns when the broker has everything.
     *
     * @param meanwhile called at every event, may throw to end it
     * @throws io.deskpulse.ops.UserError when a file cannot be read to its end, or the broker fails
     */
    public Sent send(EventSender sender, Runnable meanwhile) {
        RejectedLines rejected = new RejectedLines(sender, terminal);
        Pace pace = Pace.parse(options.speed());
        Map<EventStream, Long> sent = new EnumMap<>(EventStream.class);
        try (MergedEvents events = new MergedEvents(options.files(), line -> reject(line, rejected))) {
            for (ParsedLine.Event event = events.next(); event != null; event = events.next()) {
                shift.apply(event.event());
                pace.await(EventStream.eventTimeMillis(event.event()), display::refresh);
                sender.send(event.event());
                sent.merge(EventStream.of(event.event()), 1L, Long::sum);
                display.sent();
                meanwhile.run();
            }
            sender.flush();
        }
        rejected.finish();
        return new Sent(sent, rejected.count());
    }

    private static TimeShift shift(ReplayOptions options, Terminal terminal) {
        if (!options.shiftToNow()) {
            return new TimeShift(Duration.ZERO);
        }
        terminal.step("Looking for the newest event …");
        return TimeShift.newestTo(Instant.now(), options.files());
    }

    private void reject(RejectedLine line, RejectedLines rejected) {
        rejected.add(line);
        display.rejected();
    }
}
