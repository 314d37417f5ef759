package io.deskpulse.ops.kafka;

import io.deskpulse.streaming.jobs.JobCatalogue;
import java.util.List;
import java.util.Map;

/** Which consumer groups of Deskpulse's jobs read which topic. */
public final class ConsumerGroups {
    /** Name of the Flink job that is all jobs in one, on an embedded stack. */
    public static final String JOINT_JOB = "deskpulse";

    /** Consumer groups by the topic they read; an event is reflected when all of them have it. */
    public static final Map<String, List<String>> READERS = JobCatalogue.readers(JobCatalogue.streaming());

    private ConsumerGroups() {}

    /**
     * Consumer groups by the topic they read, of the Flink job of this name: the joint one, or one that was submitted on its own. Empty
     * for a job that is none of Deskpulse's.
     */
    public static Map<String, List<String>> of(String job) {
        if (job.equals(JOINT_JOB)) {
            return READERS;
        }
        return JobCatalogue.readers(JobCatalogue.job(job).stream().toList());
    }
}
