package io.deskpulse.bench;

import io.deskpulse.bench.measure.Machine;
import io.deskpulse.bench.measure.Run;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.stack.Stage;
import java.util.ArrayList;
import java.util.List;

/** What is printed of one job, or of several together, on standard output: a line a stage, and later a line a table that it writes. */
final class ThroughputTable {
    private final String label;
    private final long events;
    private final List<Run> whole = new ArrayList<>();
    private double decodeMicros = Double.NaN;

    /**
     * Nothing so far.
     *
     * @param label of the job
     * @param events on the topics that it reads, each counted once
     */
    ThroughputTable(String label, long events) {
        this.label = label;
        this.events = events;
    }

    static void printHead() {
        System.out.printf("%-14s %-30s %12s %12s | %s%n", "", "", "", "", "CPU µs/event of");
        System.out.printf(
                "%-14s %-30s %12s %12s | %8s %9s %5s %10s %8s %8s | %13s %14s | %5s%n",
                "job",
                "stage",
                "events",
                "events/s",
                "jobs",
                "of it JIT",
                "GC",
                "ClickHouse",
                "broker",
                "whole",
                "jobs x decode",
                "whole x decode",
                "load");
    }

    /** The medians of these runs, and how they compare with the jobs' own decoding if that was printed before. */
    void print(Stage stage, List<Run> runs) {
        double jobsMicros = Run.median(runs, used -> used.jobsMicrosPer(events));
        double wholeMicros = Run.median(runs, used -> used.wholeMicrosPer(events));
        if (stage == Stage.DECODE) {
            decodeMicros = jobsMicros;
        } else if (stage == Stage.JOB) {
            whole.addAll(runs);
        }
        System.out.printf(
                "%-14s %-30s %,12d %,12.0f | %8.2f %8.0f%% %4.0f%% %10.2f %8.2f %8.2f | %13s %14s | %5.1f%n",
                label,
                stage.label(),
                events,
                Run.median(runs, used -> used.perSecond(events)),
                jobsMicros,
                100 * Run.median(runs, Usage::compilingShare),
                100 * Run.median(runs, Usage::collectingShare),
                Run.median(runs, used -> used.clickHouseMicrosPer(events)),
                Run.median(runs, used -> used.brokerMicrosPer(events)),
                wholeMicros,
                timesDecode(jobsMicros),
                timesDecode(wholeMicros),
                Machine.loadAverage());
    }

    static void printWrittenHead() {
        System.out.printf(
                "%-14s %-24s %12s %12s %10s %12s %12s%n",
                "job", "table", "rows", "rows/event", "inserts", "inserts/s", "active parts");
    }

    /** What the run of median length wrote into ClickHouse, if the whole job ran at all. */
    void printWritten() {
        if (whole.isEmpty()) {
            return;
        }
        Run run = Run.typical(whole);
        Usage used = run.used();
        run.written()
                .forEach(table -> System.out.printf(
                        "%-14s %-24s %,12d %12.3f %,10d %12.2f %,12d%n",
                        label,
                        table.table(),
                        table.rows(),
                        (double) table.rows() / events,
                        table.inserts(),
                        used.perSecond(table.inserts()),
                        table.activeParts()));
    }

    private String timesDecode(double micros) {
        return Double.isNaN(decodeMicros) ? "" : "%.2f".formatted(micros / decodeMicros);
    }
}
