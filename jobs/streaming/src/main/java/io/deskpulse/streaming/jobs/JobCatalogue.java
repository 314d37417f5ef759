package io.deskpulse.streaming.jobs;

import io.deskpulse.streaming.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Which jobs there are.
 *
 * <p>Each has a line in {@code META-INF/services/io.deskpulse.streaming.jobs.DeskpulseJob}; whatever starts, watches, measures or
 * tests jobs goes by it.
 */
public final class JobCatalogue {
    /** Every job, in the order of their lines. */
    public static final List<DeskpulseJob> JOBS =
            ServiceLoader.load(DeskpulseJob.class, JobCatalogue.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private JobCatalogue() {}

    /** The job of this name; empty when it is none of Deskpulse's. */
    public static Optional<DeskpulseJob> job(String name) {
        return JOBS.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** Names of the jobs. */
    public static List<String> names() {
        return JOBS.stream().map(DeskpulseJob::name).toList();
    }

    /** The jobs that run until they are stopped. */
    public static List<DeskpulseJob> streaming() {
        return JOBS.stream()
                .filter(job -> job.execution() == DeskpulseJob.Execution.STREAMING)
                .toList();
    }

    /** The graphs of these jobs under settings that they share, in their order. */
    public static Map<DeskpulseJob, JobGraph> graphs(List<DeskpulseJob> jobs, Settings settings) {
        Map<DeskpulseJob, JobGraph> graphs = new LinkedHashMap<>();
        jobs.forEach(job -> graphs.put(job, job.graph(settings)));
        return graphs;
    }
}
