package io.deskpulse.bench;

import io.deskpulse.bench.load.Mix;
import io.deskpulse.bench.measure.Processes;
import io.deskpulse.bench.measure.Reading;
import io.deskpulse.bench.measure.Run;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.stack.BenchJobs;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.bench.stack.Input;
import io.deskpulse.bench.stack.Stage;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What an event costs, job by job and stage by stage: the median of several runs over the same topics. */
final class Throughput {
    private static final int OPEN_CONVERSATIONS = 20_000;
    private static final Duration SPAN = Duration.ofDays(14);
    private static final long WARM_UP_EVENTS = 500_000;

    /** A job is warm when compiling it takes no more of its processor time than this. */
    private static final double WARM_SHARE = 0.05;

    private static final int MOST_WARM_UPS = 10;
    private static final String TOGETHER = "all together";

    private final BenchStack stack;
    private final Progress progress;
    private final boolean together;

    /** Measures on a stack. @param together only all jobs together, not one by one */
    Throughput(BenchStack stack, Progress progress, boolean together) {
        this.stack = stack;
        this.progress = progress;
        this.together = together;
    }

    /**
     * Loads the topics, warms up, measures and prints a table to standard output.
     *
     * @param jobs measured one by one, and all together when they are more than one
     */
    void run(List<DeskpulseJob> jobs, List<Stage> stages, Mix mix, long events, int runs) {
        Input input = load("bench.throughput", mix, events);
        Input warmUp = load("bench.warm-up", mix, Math.min(events, WARM_UP_EVENTS));
        System.out.printf(
                "%,d events of %d bytes, of ten %d of chats, %d of orders, %d of tickets; %,d conversations open at a time; medians of %d runs%n",
                events,
                input.bytesPerEvent(),
                mix.of(EventStream.CHAT),
                mix.of(EventStream.ORDERS),
                mix.of(EventStream.TICKETS),
                OPEN_CONVERSATIONS,
                runs);
        ThroughputTable.printHead();
        Map<String, List<DeskpulseJob>> measured = new LinkedHashMap<>();
        if (!together) {
            jobs.forEach(job -> measured.put(job.name(), List.of(job)));
        }
        if (together || jobs.size() > 1) {
            measured.put(TOGETHER, jobs);
        }
        List<ThroughputTable> tables = measured.entrySet().stream()
                .map(entry -> measure(entry.getKey(), entry.getValue(), stages, input, warmUp, runs))
                .toList();
        ThroughputTable.printWrittenHead();
        tables.forEach(ThroughputTable::printWritten);
    }

    private ThroughputTable measure(
            String label, List<DeskpulseJob> jobs, List<Stage> stages, Input input, Input warmUp, int runs) {
        ThroughputTable table = new ThroughputTable(label, input.eventsFor(jobs));
        for (Stage stage : stages) {
            progress.step("  " + label + ", " + stage.label() + " …");
            warmUp(jobs, stage, warmUp);
            List<Run> done = IntStream.range(0, runs)
                    .mapToObj(run -> measure(jobs, stage, input))
                    .toList();
            if (stage == Stage.JOB) {
                jobs.forEach(job -> BenchJobs.check(job, stack, input));
            }
            table.print(stage, done);
        }
        return table;
    }

    /** A job of five catalogue entries was seen to compile for the first four million events, half of its processor time at first. */
    private void warmUp(List<DeskpulseJob> jobs, Stage stage, Input input) {
        double compiling = 1;
        for (int i = 0; i < MOST_WARM_UPS && compiling > WARM_SHARE; i++) {
            compiling = measure(jobs, stage, input).used().compilingShare();
            progress.step("    warming up, %.0f %% of its time compiling".formatted(100 * compiling));
        }
    }

    private Input load(String name, Mix mix, long events) {
        progress.step("Sending %,d events to %s.* …".formatted(events, name));
        Input input = new Input(stack, name, mix, OPEN_CONVERSATIONS, SPAN, events);
        input.send(events);
        return input;
    }

    private Run measure(List<DeskpulseJob> jobs, Stage stage, Input input) {
        System.gc();
        Processes processes = stack.processes();
        Usage start = processes.used();
        FlinkJob job = stack.submit(jobs, stage, input.name());
        Reading.await(job, input.readings(jobs));
        Run run = new Run(processes.used().since(start), stack.written(job, jobs));
        job.cancel();
        return run;
    }
}
