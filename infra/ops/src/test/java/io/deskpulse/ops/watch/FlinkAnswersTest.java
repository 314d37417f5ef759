package io.deskpulse.ops.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.ops.watch.JobReport.Checkpoints;
import io.deskpulse.ops.watch.JobReport.Flow;
import io.deskpulse.ops.watch.JobReport.ListedJob;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The answers are Flink 2.2's own, shortened. */
class FlinkAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void ofEachWantedNameTheJobSubmittedLastCounts() throws JsonProcessingException {
        JsonNode overview = JSON.readTree("""
                {"jobs":[
                 {"jid":"a1","name":"conversion","start-time":1795306645314,"state":"FAILED","tasks":{"total":28}},
                 {"jid":"a2","name":"conversion","start-time":1795306700000,"state":"RESTARTING"},
                 {"jid":"b1","name":"somebody-elses","start-time":1795306700000,"state":"RUNNING"}]}""");

        assertThat(FlinkAnswers.jobs(overview, "conversion"::equals))
                .containsExactly(new ListedJob("a2", "conversion", "RESTARTING", 1795306700000L));
    }

    @Test
    void readsTheLastCompletedCheckpoint() throws JsonProcessingException {
        JsonNode statistics = JSON.readTree("""
                {"counts":{"restored":0,"total":206,"in_progress":0,"completed":205,"failed":1},
                 "latest":{"completed":{"className":"completed","id":205,"status":"COMPLETED","is_savepoint":false,
                  "trigger_timestamp":1795307120739,"latest_ack_timestamp":1795307121239,"checkpointed_size":12156,
                  "state_size":94572156,"end_to_end_duration":500,"num_subtasks":28},
                 "savepoint":null,"failed":null,"restored":null},"history":[]}""");

        assertThat(FlinkAnswers.checkpoints(statistics)).isEqualTo(new Checkpoints(1795307121239L, 500L, 94572156L, 1));
    }

    @Test
    void beforeTheFirstCheckpointNothingIsKnownOfIt() throws JsonProcessingException {
        JsonNode statistics = JSON.readTree("""
                {"counts":{"restored":0,"total":0,"in_progress":0,"completed":0,"failed":0},
                 "latest":{"completed":null,"savepoint":null,"failed":null,"restored":null},"history":[]}""");

        assertThat(FlinkAnswers.checkpoints(statistics)).isEqualTo(Checkpoints.NONE);
    }

    @Test
    void aJobThatHasEndedTellsNoRestarts() throws JsonProcessingException {
        assertThat(FlinkAnswers.restarts(JSON.readTree("[{\"id\":\"numRestarts\",\"value\":\"3\"}]")))
                .isEqualTo(3);
        assertThat(FlinkAnswers.restarts(JSON.readTree("[]"))).isNull();
    }

    @Test
    void picksTheTasksAtBothEndsAndTheirMetrics() throws JsonProcessingException {
        JsonNode job = JSON.readTree("""
                {"vertices":[
                 {"id":"v1","name":"Source: Kafka deskpulse.chat.v1 -> Events of deskpulse.chat.v1"},
                 {"id":"v2","name":"Original messages of late events"},
                 {"id":"v3","name":"Buyer days -> (Orders -> ClickHouse order_facts: Writer, Late events)"}]}""");
        JsonNode metrics = JSON.readTree("""
                [{"id":"Source__Kafka_deskpulse_chat_v1.numRecordsInPerSecond"},{"id":"numRecordsInPerSecond"},
                 {"id":"Events_of_deskpulse_chat_v1.numRecordsInPerSecond"},
                 {"id":"Source__Kafka_deskpulse_chat_v1.KafkaSourceReader.topic.deskpulse_chat_v1.partition.12.currentOffset"},
                 {"id":"Source__Kafka_deskpulse_chat_v1.KafkaSourceReader.topic.deskpulse_chat_v1.partition.12.committedOffset"},
                 {"id":"ClickHouse_order_facts__Writer.numRecordsOutPerSecond"},
                 {"id":"Kafka_deskpulse_dead-letters_v1__Writer.numRecordsOutPerSecond"}]""");

        assertThat(FlinkAnswers.endTasks(job)).containsExactly("v1", "v3");
        assertThat(FlinkAnswers.flowMetrics(metrics))
                .containsExactly(
                        "ClickHouse_order_facts__Writer.numRecordsOutPerSecond",
                        "Source__Kafka_deskpulse_chat_v1.KafkaSourceReader.topic.deskpulse_chat_v1.partition.12.currentOffset",
                        "Source__Kafka_deskpulse_chat_v1.numRecordsInPerSecond");
    }

    @Test
    void addsUpTheFlowOverTasksAndKeepsThePositionOfEachSource() throws JsonProcessingException {
        String offset = "Source__Kafka_deskpulse_dead-letters_v1.KafkaSourceReader.topic.deskpulse_dead-letters_v1";
        Flow flow = FlinkAnswers.flow(elements("""
                [{"id":"Source__Kafka_deskpulse_chat_v1.numRecordsInPerSecond","min":0.25,"max":0.75,"avg":0.5,"sum":1.0},
                 {"id":"Source__Kafka_deskpulse_orders_v1.numRecordsInPerSecond","min":2.0,"max":2.0,"avg":2.0,"sum":2.0},
                 {"id":"ClickHouse_order_facts__Writer.numRecordsOutPerSecond","min":0.5,"max":0.5,"avg":0.5,"sum":0.5},
                 {"id":"ClickHouse_buyer_days__Writer.numRecordsOutPerSecond","sum":"NaN"},
                 {"id":"%1$s.partition.0.currentOffset","max":171431.0},
                 {"id":"%1$s.partition.0.currentOffset","max":171430.0},
                 {"id":"%1$s.partition.1.currentOffset","max":-1.0}]""".formatted(offset)));

        assertThat(flow)
                .isEqualTo(new Flow(
                        3.0,
                        0.5,
                        Map.of(
                                "deskpulse_dead-letters_v1/0", List.of(171432L, 171431L),
                                "deskpulse_dead-letters_v1/1", List.of(0L))));
        assertThat(flow.position(new TopicPartition("deskpulse.dead-letters.v1", 0)))
                .isEqualTo(171431);
        assertThat(flow.position(new TopicPartition("deskpulse.chat.v1", 0)))
                .as("nobody has told")
                .isZero();
    }

    @Test
    void whatNoTaskTellsIsUnknown() {
        assertThat(FlinkAnswers.flow(List.of())).isEqualTo(Flow.UNKNOWN);
    }

    private static List<JsonNode> elements(String array) throws JsonProcessingException {
        return StreamSupport.stream(JSON.readTree(array).spliterator(), false).toList();
    }
}
