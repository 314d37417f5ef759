package io.deskpulse.ops.kafka;

import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the joint job begins in topics that earlier builds read once for each job, in groups of these.
 *
 * <p>Their sources committed at each checkpoint, so what all of them have committed is in the state that the joint job goes on from; what
 * only some have is read once more and known as delivered before. A job that committed nothing in any topic is newer than those builds:
 * it has no state there, and begins where the others are.
 */
public final class JointOffsets {
    private JointOffsets() {}

    /**
     * Commits for the joint job what every job that reads a partition has committed, where it has not committed anything itself.
     *
     * @throws io.deskpulse.ops.UserError when the cluster does not answer
     */
    public static void inherit(KafkaAccess kafka) {
        try (TopicOffsets offsets = new TopicOffsets(kafka);
                Admin admin = kafka.admin()) {
            if (!offsets.committed(ConsumerGroups.JOINT_JOB).isEmpty()) {
                return;
            }
            Map<String, Map<TopicPartition, Long>> committed = JobCatalogue.streaming().stream()
                    .collect(Collectors.toMap(DeskpulseJob::name, job -> offsets.committed(job.name())));
            Map<TopicPartition, OffsetAndMetadata> inherited = new HashMap<>();
            for (TopicPartition partition : offsets.partitions(ConsumerGroups.topics(ConsumerGroups.JOINT_JOB))) {
                long byAll = readers(partition.topic()).stream()
                        .filter(job -> !committed.get(job).isEmpty())
                        .mapToLong(job -> committed.get(job).getOrDefault(partition, 0L))
                        .min()
                        .orElse(0);
                if (byAll > 0) {
                    inherited.put(partition, new OffsetAndMetadata(byAll));
                }
            }
            if (!inherited.isEmpty()) {
                admin.alterConsumerGroupOffsets(ConsumerGroups.JOINT_JOB, inherited)
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw kafka.failed("Kafka does not take over where earlier jobs were", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for Kafka.", e);
        }
    }

    private static List<String> readers(String topic) {
        return JobCatalogue.streaming().stream()
                .filter(job -> job.topics().contains(topic))
                .map(DeskpulseJob::name)
                .toList();
    }
}
