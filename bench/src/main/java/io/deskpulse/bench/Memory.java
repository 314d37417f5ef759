package io.deskpulse.bench;

import io.deskpulse.bench.load.Mix;
import io.deskpulse.bench.measure.Reading;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.bench.stack.Input;
import io.deskpulse.bench.stack.Stage;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.time.Duration;
import java.util.List;

/**
 * Whether the response-time job's heap stays flat: live bytes after a full collection, tenth by tenth of a long load over many days
 * of event time. The other jobs keep their keys for 35 days and more, and so grow for most of this load.
 */
final class Memory {
    private static final String NAME = "bench.memory";
    private static final List<DeskpulseJob> JOBS = List.of(new ResponseTimeJob());
    private static final int OPEN_CONVERSATIONS = 5_000;
    private static final Duration SPAN = Duration.ofDays(60);
    private static final int STEPS = 10;

    private final BenchStack stack;
    private final Progress progress;

    Memory(BenchStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Sends a tenth at a time, lets the job finish it, and prints the live heap to standard output. */
    void run(long events) {
        Input input = new Input(stack, NAME, Mix.CHATS, OPEN_CONVERSATIONS, SPAN, events);
        System.out.printf(
                "%,d chat events over %d days of event time; live heap after each tenth, with broker and ClickHouse elsewhere:%n",
                events, SPAN.toDays());
        input.send(events / STEPS);
        FlinkJob job = stack.submit(JOBS, Stage.JOB, NAME);
        for (int step = 1; step <= STEPS; step++) {
            progress.step("  step " + step + " of " + STEPS + " …");
            Reading.await(job, input.readings(JOBS));
            System.out.printf(
                    "  day %2d  %,6d MiB  %,d conversations so far%n",
                    SPAN.toDays() * step / STEPS, Usage.liveHeapBytes() >> 20, input.begun(EventStream.CHAT));
            input.send(step < STEPS ? events / STEPS : 0);
        }
        job.cancel();
    }
}
