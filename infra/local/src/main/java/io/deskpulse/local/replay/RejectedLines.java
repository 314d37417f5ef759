package io.deskpulse.local.replay;

import io.deskpulse.local.Progress;

/** Sends lines that are no events to the dead letters and tells about the first of them. */
final class RejectedLines {
    private static final int TOLD = 20;

    private final EventSender sender;
    private final Progress progress;
    private long count;

    RejectedLines(EventSender sender, Progress progress) {
        this.sender = sender;
        this.progress = progress;
    }

    void add(RejectedLine line) {
        sender.reject(line);
        if (count < TOLD) {
            progress.step("rejected: " + line.message());
        }
        count++;
    }

    /** Tells how many there were beyond those already told. */
    void finish() {
        if (count > TOLD) {
            progress.step(String.format("rejected: %,d more lines; see the view rejected_events", count - TOLD));
        }
    }

    long count() {
        return count;
    }
}
