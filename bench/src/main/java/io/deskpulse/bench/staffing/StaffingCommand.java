package io.deskpulse.bench.staffing;

import io.deskpulse.ops.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run staffing}. */
@Command(
        name = "staffing",
        description =
                "What forecasts and agents of many shops cost: the models alone, told for --shops, and the whole job on a real ClickHouse.")
public final class StaffingCommand implements Runnable {
    @Option(
            names = "--shops",
            defaultValue = "10000",
            description = "that the price of models is told for (default ${DEFAULT-VALUE})")
    private int shops;

    @Option(
            names = "--series",
            defaultValue = "200",
            description = "planned to measure the models (default ${DEFAULT-VALUE})")
    private int series;

    @Option(
            names = "--job-shops",
            defaultValue = "100",
            description = "whose facts the job reads (default ${DEFAULT-VALUE})")
    private int jobShops;

    @Option(
            names = "--cores",
            defaultValue = "2",
            description = "threads, and tasks of the job (default ${DEFAULT-VALUE})")
    private int cores;

    @Override
    public void run() {
        new StaffingBench(Progress.to(System.err)).run(shops, series, jobShops, cores);
    }
}
