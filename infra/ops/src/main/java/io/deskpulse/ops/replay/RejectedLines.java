package io.deskpulse.ops.replay;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.replay.files.RejectedLine;

/** Sends lines that are no events to the dead letters and tells about the first of them. */
public final class RejectedLines {
    private static final int TOLD = 20;

    private final EventSender sender;
    private final Progress progress;
    private long count;

    /** None yet. */
    public RejectedLines(EventSender sender, Progress progress) {
        this.sender = sender;
        this.progress = progress;
    }

    /** Sends one. */
    public void add(RejectedLine line) {
        sender.reject(line);
        if (count < TOLD) {
            progress.step("rejected: " + line.message());
        }
        count++;
    }

    /** Tells how many there were beyond those already told. */
    public void finish() {
        if (count > TOLD) {
            progress.step(String.format("rejected: %,d more lines", count - TOLD));
        }
    }

    /** How many there were. */
    public long count() {
        return count;
    }
}
