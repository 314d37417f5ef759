package io.deskpulse.bench.growth;

import io.deskpulse.bench.load.ChatLoad;
import io.deskpulse.bench.measure.Machine;
import io.deskpulse.bench.measure.Reading;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.measure.Written;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.bench.stack.Input;
import io.deskpulse.bench.stack.OwnProcess;
import io.deskpulse.bench.stack.Stage;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Rows and inserts of the whole job while events come at a rate: some part of what the machine can take, and more than that.
 *
 * <p>What it can take is what it reads when everything is there already; a sender beside it takes some of that away.
 */
final class OfferedLoad {
    private static final List<DeskpulseJob> JOBS = List.of(new ResponseTimeJob());
    private static final int PARTITIONS = 2;
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final BenchStack stack;

    private record Moment(Usage used, long read, long rows, long inserts) {}

    OfferedLoad(BenchStack stack) {
        this.stack = stack;
    }

    static void printHead() {
        System.out.printf(
                "%6s %12s %12s %12s %12s %12s %6s%n",
                "times", "offered/s", "read/s", "rows/event", "inserts/s", "whole µs", "load");
    }

    void run(long events, Duration measured, List<Double> times) throws IOException, InterruptedException {
        double capacity = capacity(events);
        System.out.printf("%6s %12s %,12.0f  of %,d events that were there already%n", "", "", capacity, events);
        for (int i = 0; i < times.size(); i++) {
            offer(times.get(i), capacity * times.get(i), measured, "bench.load-" + i);
        }
    }

    /** Events a second when none has to be waited for, of a job that is warm. */
    private double capacity(long events) {
        String name = "bench.load";
        stack.createTopic(Input.topic(name, EventStream.CHAT), PARTITIONS);
        ChatTopic topic = new ChatTopic(
                stack.bootstrapServers(), name, PARTITIONS, new ChatLoad(1, SenderProcess.OPEN_CONVERSATIONS));
        topic.send(events);
        FlinkJob job = stack.submit(JOBS, Stage.JOB, name);
        Reading reading = topic.reading();
        reading.awaitRead(job, events / 2);
        long before = reading.readBy(job);
        Usage start = stack.processes().used();
        Reading.await(job, List.of(reading));
        Usage used = stack.processes().used().since(start);
        job.cancel();
        return used.perSecond(events - before);
    }

    private void offer(double times, double eventsPerSecond, Duration measured, String name)
            throws IOException, InterruptedException {
        stack.createTopic(Input.topic(name, EventStream.CHAT), PARTITIONS);
        Reading reading = new ChatTopic(stack.bootstrapServers(), name, PARTITIONS, new ChatLoad(1, 1)).reading();
        FlinkJob job = stack.submit(JOBS, Stage.JOB, name);
        Process sender = OwnProcess.of(
                        SenderProcess.class,
                        List.of("-Xms512m", "-Xmx512m"),
                        List.of(
                                stack.bootstrapServers(),
                                name,
                                Integer.toString(PARTITIONS),
                                Double.toString(eventsPerSecond),
                                SETTLING.plus(measured).toString()))
                .start();
        Thread.sleep(SETTLING.toMillis());
        Moment start = moment(job, reading);
        Thread.sleep(measured.toMillis());
        Moment end = moment(job, reading);
        long sent = Long.parseLong(new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        sender.waitFor();
        Usage used = end.used().since(start.used());
        long read = end.read() - start.read();
        System.out.printf(
                "%6.2f %,12.0f %,12.0f %12.3f %12.2f %12.2f %6.1f%n",
                times,
                (double) sent / SETTLING.plus(measured).toSeconds(),
                used.perSecond(read),
                (double) (end.rows() - start.rows()) / read,
                used.perSecond(end.inserts() - start.inserts()),
                used.wholeMicrosPer(read),
                Machine.loadAverage());
        job.cancel();
    }

    private Moment moment(FlinkJob job, Reading reading) {
        List<Written> written = stack.written(job, JOBS);
        return new Moment(
                stack.processes().used(),
                reading.readBy(job),
                written.stream().mapToLong(Written::rows).sum(),
                written.stream().mapToLong(Written::inserts).sum());
    }
}
