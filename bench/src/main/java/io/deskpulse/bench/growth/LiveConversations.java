package io.deskpulse.bench.growth;

import io.deskpulse.bench.load.ChatLoad;
import io.deskpulse.bench.measure.Machine;
import io.deskpulse.bench.measure.Reading;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.bench.stack.Input;
import io.deskpulse.bench.stack.Stage;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.util.List;

/**
 * What an event costs when so many conversations are live: each has begun, then events of any of them follow at random. Rows are thrown
 * away, since what they cost does not depend on how many other conversations there are.
 */
final class LiveConversations {
    private static final List<DeskpulseJob> JOBS = List.of(new ResponseTimeJob());
    private static final String NAME = "bench.live";
    private static final int PARTITIONS = 2;

    private final BenchStack stack;

    LiveConversations(BenchStack stack) {
        this.stack = stack;
    }

    static void printHead() {
        System.out.printf(
                "%-10s %14s %14s %14s %16s %12s %6s%n",
                "state", "live", "CPU µs/event", "events/s", "checkpoint MiB", "heap MiB", "load");
    }

    void run(String backend, int conversations, long events) {
        stack.createTopic(Input.topic(NAME, EventStream.CHAT), PARTITIONS);
        ChatTopic topic = new ChatTopic(stack.bootstrapServers(), NAME, PARTITIONS, new ChatLoad(1, conversations));
        topic.begin(conversations);
        topic.send(events);
        Reading reading = topic.reading();
        FlinkJob job = stack.submit(JOBS, Stage.TIMELINE, NAME);
        reading.awaitRead(job, conversations);
        long before = reading.readBy(job);
        Usage start = stack.processes().used();
        Reading.await(job, List.of(reading));
        Usage used = stack.processes().used().since(start);
        long measured = topic.sent() - before;
        System.out.printf(
                "%-10s %,14d %14.2f %,14.0f %,16d %,12d %6.1f%n",
                backend,
                conversations,
                used.jobsMicrosPer(measured),
                used.perSecond(measured),
                stack.checkpointBytes() >> 20,
                Usage.liveHeapBytes() >> 20,
                Machine.loadAverage());
        job.cancel();
    }
}
