package io.deskpulse.bench.growth;

import io.deskpulse.bench.load.ChatLoad;
import io.deskpulse.bench.measure.Machine;
import io.deskpulse.bench.measure.Processes;
import io.deskpulse.bench.measure.Reading;
import io.deskpulse.bench.measure.Run;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.measure.Written;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.bench.stack.Input;
import io.deskpulse.bench.stack.Stage;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.util.List;
import java.util.stream.IntStream;

/** The whole job, catching up into ClickHouse, by its tasks and by how the traffic is spread over shops. */
final class WholeJob {
    private static final List<DeskpulseJob> JOBS = List.of(new ResponseTimeJob());
    private static final int OPEN_CONVERSATIONS = 20_000;
    private static final long WARM_UP_EVENTS = 300_000;

    /** As many as the most tasks, so that none is without work. */
    private static final int PARTITIONS = 4;

    private final BenchStack stack;

    WholeJob(BenchStack stack) {
        this.stack = stack;
    }

    static void printHead() {
        System.out.printf(
                "%6s %9s %12s | %8s %10s %8s %8s | %10s %10s %6s%n",
                "tasks",
                "hot shop",
                "events/s",
                "jobs µs",
                "ClickHouse",
                "broker",
                "whole",
                "rows/event",
                "inserts/s",
                "load");
    }

    void run(int tasks, int hotTenths, long events, int runs) {
        ChatTopic warmUp = topic("bench.growth-warm-up", hotTenths, WARM_UP_EVENTS);
        ChatTopic topic = topic("bench.growth", hotTenths, events);
        measure("bench.growth-warm-up", warmUp);
        List<Run> done = IntStream.range(0, runs)
                .mapToObj(run -> measure("bench.growth", topic))
                .toList();
        Run typical = Run.typical(done);
        Written written = typical.written().get(0);
        System.out.printf(
                "%6d %8d%% %,12.0f | %8.2f %10.2f %8.2f %8.2f | %10.3f %10.2f %6.1f%n",
                tasks,
                hotTenths * 10,
                Run.median(done, used -> used.perSecond(events)),
                Run.median(done, used -> used.jobsMicrosPer(events)),
                Run.median(done, used -> used.clickHouseMicrosPer(events)),
                Run.median(done, used -> used.brokerMicrosPer(events)),
                Run.median(done, used -> used.wholeMicrosPer(events)),
                (double) written.rows() / events,
                typical.used().perSecond(written.inserts()),
                Machine.loadAverage());
    }

    private ChatTopic topic(String name, int hotTenths, long events) {
        stack.createTopic(Input.topic(name, EventStream.CHAT), PARTITIONS);
        ChatTopic topic = new ChatTopic(
                stack.bootstrapServers(), name, PARTITIONS, new ChatLoad(1, OPEN_CONVERSATIONS, hotTenths));
        topic.send(events);
        return topic;
    }

    private Run measure(String name, ChatTopic topic) {
        System.gc();
        Processes processes = stack.processes();
        Usage start = processes.used();
        FlinkJob job = stack.submit(JOBS, Stage.JOB, name);
        Reading.await(job, List.of(topic.reading()));
        Run run = new Run(processes.used().since(start), stack.written(job, JOBS));
        job.cancel();
        return run;
    }
}
