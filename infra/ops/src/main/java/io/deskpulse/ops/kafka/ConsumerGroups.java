package io.deskpulse.ops.kafka;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.conversion.ConversionJob;
import io.deskpulse.streaming.resolution.ResolutionJob;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which consumer groups of Deskpulse's jobs read which topic. */
public final class ConsumerGroups {
    /** Name of the Flink job that is all jobs in one, on an embedded stack. */
    public static final String JOINT_JOB = "deskpulse";

    /** Consumer groups by the topic they read; an event is reflected when all of them have it. */
    public static final Map<String, List<String>> READERS = Map.of(
            EventStream.CHAT.topic(),
            List.of(ResponseTimeJob.NAME, ResolutionJob.NAME, ConversionJob.NAME),
            EventStream.ORDERS.topic(),
            List.of(ConversionJob.NAME),
            EventStream.TICKETS.topic(),
            List.of(ResolutionJob.NAME),
            Topics.DEAD_LETTERS,
            List.of(ResponseTimeJob.NAME));

    private ConsumerGroups() {}

    /**
     * Consumer groups by the topic they read, of the Flink job of this name: the joint one, or one that was submitted on its own. Empty
     * for a job that is none of Deskpulse's.
     */
    public static Map<String, List<String>> of(String job) {
        if (job.equals(JOINT_JOB)) {
            return READERS;
        }
        Map<String, List<String>> readers = new HashMap<>(READERS);
        readers.values().removeIf(groups -> !groups.contains(job));
        // Each of them is a group of its own.
        readers.replaceAll((topic, groups) -> List.of(job));
        return readers;
    }
}
