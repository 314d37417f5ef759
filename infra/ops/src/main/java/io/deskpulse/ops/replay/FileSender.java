package io.deskpulse.ops.replay;

import io.deskpulse.ops.Terminal;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Sends the events of files, merged, shifted and paced as asked for, and shows how far it is. */
final class FileSender {
    private final ReplayOptions options;
    private final Terminal terminal;
    private final ReplayDisplay display;
    private final TimeShift shift;

    /**
     * Prepares to send; looks for the newest event when all shall be shifted.
     *
     * @throws io.deskpulse.ops.UserError when a file cannot be read to its end
     */
    FileSender(ReplayOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        this.shift = shift(options, terminal);
        this.display = new ReplayDisplay(terminal, totalBytes(options));
    }

    /** What it shows on. */
    ReplayDisplay display() {
        return display;
    }

    /**
     * Returns when the broker has everything.
     *
     * @param meanwhile called at every event, may throw to end it
     * @throws io.deskpulse.ops.UserError when a file cannot be read to its end, or the broker fails
     */
    Sent send(EventSender sender, Runnable meanwhile) {
        RejectedLines rejected = new RejectedLines(sender, terminal);
        Pace pace = Pace.parse(options.speed());
        Map<EventStream, Long> sent = new EnumMap<>(EventStream.class);
        try (MergedEvents events = new MergedEvents(options.files(), rejected::add, display::read)) {
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

    private static long totalBytes(ReplayOptions options) {
        return options.files().stream()
                .mapToLong(file -> file.toFile().length())
                .sum();
    }
}
