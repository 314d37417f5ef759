package io.deskpulse.bench.measure;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One run of a load.
 *
 * @param used from submitting the job until everything was acknowledged
 * @param written what it put into tables; empty when rows were thrown away
 */
public record Run(Usage used, List<Written> written) {

    /** The median of what the runs used, by one of its measures; the upper one where there are two. */
    public static double median(List<Run> runs, ToDoubleFunction<Usage> measure) {
        double[] sorted =
                runs.stream().map(Run::used).mapToDouble(measure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The run whose wall clock is the median. */
    public static Run typical(List<Run> runs) {
        Run[] sorted = runs.stream()
                .sorted(Comparator.comparingLong(run -> run.used.wallNanos()))
                .toArray(Run[]::new);
        return sorted[sorted.length / 2];
    }
}
