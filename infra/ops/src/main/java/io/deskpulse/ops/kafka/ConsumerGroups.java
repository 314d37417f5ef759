package io.deskpulse.ops.kafka;

import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which topics Deskpulse's Flink jobs read; each does so in the consumer group of its own name. */
public final class ConsumerGroups {
    /** Name of the Flink job that is all jobs in one, on an embedded stack. */
    public static final String JOINT_JOB = "deskpulse";

    private ConsumerGroups() {}

    /**
     * Topics that the Flink job of this name reads: the joint one, or one that was submitted on its own. Empty for a job that is none of
     * Deskpulse's.
     */
    public static Set<String> topics(String job) {
        List<DeskpulseJob> jobs = job.equals(JOINT_JOB)
                ? JobCatalogue.streaming()
                : JobCatalogue.job(job).stream().toList();
        return jobs.stream().flatMap(one -> one.topics().stream()).collect(Collectors.toSet());
    }
}
