package io.deskpulse.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.local.kafka.EmbeddedKafka;
import io.deskpulse.local.kafka.KafkaOptions;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.schemas.EventStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deskpulse ingest} in a process of its own: what it said was taken is in Kafka, whoever is killed meanwhile. */
class IngestIT {
    private static final int WEBHOOKS = 60;
    private static final String MESSAGE = """
            {"event":"message_created","id":%d,"created_at":1794362400,"message_type":"incoming","content":"x","sender":{"id":5,"type":"contact"},"conversation":{"id":%d}}
            """;

    @TempDir
    private Path directory;

    @Test
    void nothingThatWasTakenIsLostWhenTheBrokerGoesAndTheIngestIsKilled() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaOptions.in(directory))) {
            Topics.load().create(kafka.access());
            try (IngestProcess ingest = new IngestProcess(kafka.bootstrapServers())) {
                assertThat(ingest.get("/health")).isEqualTo("ok\n");
                assertThat(ingest.deliverUnsigned(body(0)).statusCode()).isEqualTo(401);
                for (int i = 0; i < WEBHOOKS / 2; i++) {
                    assertThat(ingest.deliver(body(i)).statusCode()).isEqualTo(200);
                }
                assertThat(ingest.deliver(body(0)).statusCode()).isEqualTo(200);
                assertThat(ingest.get("/metrics"))
                        .contains("deskpulse_ingest_events_total 30")
                        .contains("deskpulse_ingest_requests_total{status=\"401\"} 1")
                        .contains("deskpulse_ingest_records_total{class=\"seen_again\"} 1");
                assertThat(arrived(kafka)).hasSize(WEBHOOKS / 2);

                kafka.close();
                HttpResponse<String> refused = ingest.deliver(body(WEBHOOKS / 2));
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).contains("1");

                kafka.restart();
                for (int i = WEBHOOKS / 2; i < WEBHOOKS; i++) {
                    deliverUntilTaken(ingest, body(i));
                }
            }
            try (IngestProcess again = new IngestProcess(kafka.bootstrapServers())) {
                for (int i = 0; i < WEBHOOKS; i++) {
                    assertThat(again.deliver(body(i)).statusCode()).isEqualTo(200);
                }
            }
            assertThat(new HashSet<>(arrived(kafka))).hasSize(WEBHOOKS);
        }
    }

    /** Its very first delivery, for which the producer knows no broker yet; it must not wait longer for that than for any other. */
    @Test
    void whatIsRunningIsAnsweredWhenItIsToldToStop() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaOptions.in(directory))) {
            Topics.load().create(kafka.access());
            try (IngestProcess ingest = new IngestProcess(kafka.bootstrapServers())) {
                kafka.close();
                CompletableFuture<HttpResponse<String>> answer = ingest.beginToDeliver(body(0));
                while (!ingest.get("/metrics").contains("deskpulse_ingest_running 1")) {
                    assertThat(answer).isNotDone();
                }
                ingest.stop();

                assertThat(answer.get().statusCode()).isEqualTo(503);
            }
        }
    }

    private static void deliverUntilTaken(IngestProcess ingest, String body) throws IOException, InterruptedException {
        int status = ingest.deliver(body).statusCode();
        for (int i = 0; i < 30 && status == 503; i++) {
            status = ingest.deliver(body).statusCode();
        }
        assertThat(status).isEqualTo(200);
    }

    private static List<String> arrived(EmbeddedKafka kafka) {
        return TopicContents.of(kafka.access(), EventStream.CHAT);
    }

    private static String body(int number) {
        return MESSAGE.formatted(number + 1, number / 10 + 1);
    }
}
