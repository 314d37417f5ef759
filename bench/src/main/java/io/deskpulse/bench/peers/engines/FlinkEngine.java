package io.deskpulse.bench.peers.engines;

import io.deskpulse.bench.measure.Reading;
import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.flink.FlinkOptions;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink job on a mini-cluster, with the product's settings: checkpoints every 10 s, exactly once, state on the heap by default. */
abstract class FlinkEngine implements Engine {
    private final EmbeddedFlink flink;
    private final String group;
    private int runs;

    FlinkEngine(Path directory, String stateBackend) {
        // A group that another peer has used goes on where that one committed last.
        group = "peer-" + ProcessHandle.current().pid() + "-";
        flink = EmbeddedFlink.start(FlinkOptions.in(directory).withStateBackend(stateBackend));
    }

    /** Adds the job, up to its log of rows, reading as a consumer group that has read nothing. */
    abstract void build(StreamExecutionEnvironment env, Topic topic, String consumers);

    @Override
    public final void run(Topic topic) {
        StreamExecutionEnvironment env = flink.environment();
        build(env, topic, group + runs++);
        FlinkJob job = flink.submit(env, topic.name());
        Reading.await(job, List.of(new Reading(topic.all(), topic.events())));
        job.cancel();
    }

    @Override
    public final void close() {
        flink.close();
    }
}
