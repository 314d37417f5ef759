package io.deskpulse.streaming.tally;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventSource;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.responsetime.ConversationEvents;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.settings.Settings;
import java.util.List;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Reads chats and forgets them: only to count what a new job costs. */
public final class ChatTallyJob implements DeskpulseJob {
    private static final String NAME = "chat-tally";

    /** Runs on the cluster that called it. */
    public static void main(String[] args) throws Exception {
        JobRunner.run(new ChatTallyJob(), args);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventStream.CHAT.topic());
    }

    @Override
    public Set<EventStream> reports() {
        return Set.of();
    }

    @Override
    public List<FactTable<?>> tables() {
        return List.of();
    }

    @Override
    public JobGraph graph(Settings settings) {
        JobSettings job = JobSettings.read(settings, NAME);
        return new Graph(job, job.connections().topic(settings, EventStream.CHAT));
    }

    private record Graph(JobSettings job, KafkaTopic chat) implements JobGraph {
        @Override
        public List<DataStream<?>> events(StreamExecutionEnvironment env) {
            return List.of(EventSource.read(
                            env,
                            chat,
                            job.disorder(),
                            EventReader.chat(job.hashKey()),
                            List.of(ConversationEvents.INTAKE),
                            "tally")
                    .events(ConversationEvents.INTAKE));
        }

        @Override
        public List<DataStream<?>> rows(StreamExecutionEnvironment env) {
            return List.of();
        }

        @Override
        public void build(StreamExecutionEnvironment env) {
            events(env).forEach(events -> events.sinkTo(new DiscardingSink<>()).uid("tally-sink"));
        }
    }
}
