package io.deskpulse.local.replay;

import io.deskpulse.local.Stack;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.ops.replay.FileSender;
import io.deskpulse.ops.replay.ReplayDisplay;
import io.deskpulse.ops.replay.ReplayOptions;
import io.deskpulse.ops.replay.Sent;

/** Sends the events of files through a stack and waits until the rows show all of them. */
public final class Replay {
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
        FileSender files = new FileSender(options, terminal);
        ReplayDisplay display = files.display();
        try (EventSender sender = new EventSender(stack.kafka().access());
                Reflection reflection = new Reflection(stack, job, terminal)) {
            Sent sent = send(files, sender, reflection);
            display.allSent();
            reflection.awaitAll(display::lag);
            display.finish("all visible");
            return sent;
        }
    }

    private static Sent send(FileSender files, EventSender sender, Reflection reflection) {
        try (LagSampler sampler = new LagSampler(reflection, files.display()::lag)) {
            return files.send(sender, sampler::throwFailure);
        }
    }
}
