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
import io.deskpulse.streaming.conversion.ConversionJob;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.resolution.ResolutionJob;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.time.Duration;
import java.util.List;

/**
 * Bytes that a job keeps of a key: in a savepoint, which holds the automaton, the list of events, the key and the timer as the
 * job's codecs write them; and on the heap.
 *
 * <p>The load spans a day of event time, so that no key is forgotten on the way. Heap is the growth of live bytes over the last nine
 * tenths of the load, which leaves out what a job without state takes.
 */
final class StateSize {
    private static final int OPEN = 5_000;
    private static final Duration SPAN = Duration.ofDays(1);

    /** What is kept by which job under which load. */
    enum Kept {
        CONVERSATION("conversation", new ResponseTimeJob(), Mix.CHATS, EventStream.CHAT),
        TICKET("ticket", new ResolutionJob(), Mix.TICKETS, EventStream.TICKETS),
        CHATTING_BUYER("buyer who chatted", new ConversionJob(), Mix.CHATS, EventStream.CHAT),
        ORDERING_BUYER("buyer who chatted and ordered", new ConversionJob(), Mix.CHATS_AND_ORDERS, EventStream.CHAT);

        private final String label;
        private final DeskpulseJob job;
        private final Mix mix;
        private final EventStream oneToAKey;

        Kept(String label, DeskpulseJob job, Mix mix, EventStream oneToAKey) {
            this.label = label;
            this.job = job;
            this.mix = mix;
            this.oneToAKey = oneToAKey;
        }
    }

    private final BenchStack stack;
    private final Progress progress;

    StateSize(BenchStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Prints the head of the table to standard output. */
    static void printHead() {
        System.out.printf(
                "%-30s %-14s %10s %11s %12s %12s%n", "key", "job", "keys", "events each", "saved bytes", "heap bytes");
    }

    /**
     * Runs a load through its job and prints a line to standard output.
     *
     * <p>Wants a process of its own: what an earlier job kept stays on the heap for a while.
     */
    void run(Kept kept, long events) {
        progress.step("  " + kept.label + " …");
        String name = "bench.state-" + kept.ordinal();
        List<DeskpulseJob> jobs = List.of(kept.job);
        Input input = new Input(stack, name, kept.mix, OPEN, SPAN, events);
        input.send(events / 10);
        FlinkJob job = stack.submit(jobs, Stage.JOB, name);
        Reading.await(job, input.readings(jobs));
        long firstKeys = input.begun(kept.oneToAKey);
        long firstHeapBytes = Usage.liveHeapBytes();
        input.send(events - events / 10);
        Reading.await(job, input.readings(jobs));
        long keys = input.begun(kept.oneToAKey);
        long heapBytes = Usage.liveHeapBytes() - firstHeapBytes;
        job.stopWithSavepoint(stack.directory().resolve(name));
        System.out.printf(
                "%-30s %-14s %,10d %11.1f %,12d %,12d%n",
                kept.label,
                kept.job.name(),
                keys,
                (double) events / keys,
                BenchStack.bytesIn(stack.directory().resolve(name)) / keys,
                heapBytes / (keys - firstKeys));
    }
}
