package io.deskpulse.streaming.jobs;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.CompletedCheckpointStorageLocation;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a job begin with a checkpoint of a build in which it had operators that it has no more.
 *
 * <p>Flink refuses state that no operator claims, and rightly so: it may be numbers. The guard is all or nothing, and a restart
 * by {@code deskpulse job --checkpoints} has nobody to answer a question. So it is lowered for one start, and only when what would
 * go unclaimed is exactly what is known to be retired.
 */
final class RetiredState {
    private static final Logger LOG = LoggerFactory.getLogger(RetiredState.class);

    private RetiredState() {}

    /**
     * Lowers the guard where {@code env}, whose graph is complete, begins with a checkpoint that holds state of retired operators which it
     * has no more, and of no other unknown one.
     */
    static void leave(StreamExecutionEnvironment env, Set<String> retired) {
        Optional<String> checkpoint = env.getConfiguration().getOptional(StateRecoveryOptions.SAVEPOINT_PATH);
        if (retired.isEmpty() || checkpoint.isEmpty()) {
            return;
        }
        Set<String> graph = env.getStreamGraph(false).getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .collect(Collectors.toSet());
        if (graph.containsAll(retired)) {
            // Another job of the same graph has them now.
            return;
        }
        Set<String> unclaimed = uids(checkpoint.get());
        unclaimed.removeAll(graph);
        if (!unclaimed.isEmpty() && retired.containsAll(unclaimed)) {
            LOG.info("Leaving the state of {} behind, which this job needs no more.", unclaimed);
            Configuration lowered = new Configuration();
            lowered.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
            env.configure(lowered);
        }
    }

    private static Set<String> uids(String checkpoint) {
        Set<String> uids = new HashSet<>();
        try {
            CompletedCheckpointStorageLocation location =
                    AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(checkpoint);
            ClassLoader classes = RetiredState.class.getClassLoader();
            try (DataInputStream in =
                    new DataInputStream(location.getMetadataHandle().openInputStream())) {
                for (OperatorState state : Checkpoints.loadCheckpointMetadata(in, classes, checkpoint)
                        .getOperatorStates()) {
                    if (isState(state)) {
                        uids.add(state.getOperatorUid().orElse(""));
                    }
                }
            }
        } catch (IOException e) {
            // A main that runs on a client may not see it; then the cluster, which does, keeps its guard and tells.
            LOG.warn("Cannot read {} from here; state of earlier builds will be refused.", checkpoint, e);
        }
        return uids;
    }

    /** A checkpoint names operators that keep nothing too; Flink lets those go. */
    private static boolean isState(OperatorState operator) {
        return operator.getCoordinatorState() != null
                || operator.getStates().stream().anyMatch(OperatorSubtaskState::hasState);
    }
}
