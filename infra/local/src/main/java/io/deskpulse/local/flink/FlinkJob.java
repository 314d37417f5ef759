package io.deskpulse.local.flink;

import io.deskpulse.ops.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.kafka.common.TopicPartition;

/** A job on an {@link EmbeddedFlink}. */
public final class FlinkJob {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MiniCluster cluster;
    private final JobID id;

    FlinkJob(MiniCluster cluster, JobID id) {
        this.cluster = cluster;
        this.id = id;
    }

    /** Flink's id of this run. */
    public JobID id() {
        return id;
    }

    /** How it is now. */
    public JobStatus status() {
        return get(cluster.getJobStatus(id));
    }

    /**
     * Takes a checkpoint now. After it everything read before has reached the sinks, and the offsets are being committed.
     *
     * @return whether it succeeded; it does not while tasks are starting or restarting
     */
    public boolean checkpoint() {
        try {
            cluster.triggerCheckpoint(id).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Offset after the last record of a Kafka partition that the job's source has taken in; 0 while it has taken none since it started.
     */
    public long position(TopicPartition partition) {
        return SourcePositions.next(id, partition);
    }

    /**
     * What a sink has counted since its tasks started.
     *
     * @param sink name of its operator
     * @param counter such as {@code inserts}, or Flink's own {@code numRecordsSend}
     * @return the sum over its tasks; 0 when none of them runs
     */
    public long counted(String sink, String counter) {
        return SinkCounts.sum(id, sink, counter);
    }

    /** How often tasks have been started, all tasks together: it grows with each restart, in part or whole. */
    public long attempts() {
        long attempts = 0;
        for (AccessExecutionVertex task : get(cluster.getExecutionGraph(id)).getAllExecutionVertices()) {
            attempts += task.getCurrentExecutionAttempt().getAttemptNumber() + 1;
        }
        return attempts;
    }

    /** Stops the job with a savepoint in {@code directory} and returns the savepoint's own path, to be restored from. */
    public String stopWithSavepoint(Path directory) {
        return get(cluster.stopWithSavepoint(id, directory.toUri().toString(), false, SavepointFormatType.CANONICAL));
    }

    /** Cancels the job and waits until it has ended; its checkpoints stay. */
    public void cancel() {
        if (!status().isGloballyTerminalState()) {
            get(cluster.cancelJob(id));
        }
        get(cluster.requestJobResult(id));
    }

    /**
     * Waits until a job that ends with its input has ended.
     *
     * @throws UserError when it failed, with the innermost cause
     */
    public void awaitEnd() {
        try {
            JobResult result = cluster.requestJobResult(id).get();
            if (!result.isSuccess()) {
                throw new UserError("The job failed: " + failure().orElse("it was cancelled") + ".");
            }
        } catch (ExecutionException e) {
            throw new UserError("Flink: " + innermost(e), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Why the job failed or is restarting, the innermost cause; empty when it never did. */
    public Optional<String> failure() {
        return Optional.ofNullable(get(cluster.getExecutionGraph(id)).getFailureInfo())
                .map(info -> innermost(
                        info.getException().deserializeError(getClass().getClassLoader())));
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new UserError("Flink: " + innermost(e), e);
        } catch (TimeoutException e) {
            throw new UserError("Flink does not answer within " + PATIENCE.toSeconds() + " s.", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static UserError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UserError("Interrupted while waiting for Flink.", e);
    }
}
