package io.deskpulse.streaming.sinks;

import static io.deskpulse.streaming.sinks.FaultyClickHouse.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.sinks.FaultyClickHouse.Answer;
import io.deskpulse.streaming.sinks.FaultyClickHouse.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClickHouseWriterTest {
    private static final FactTable<List<String>> TABLE = new FactTable<>(
            "notes",
            new Columns<List<String>>().text("title", note -> note.get(0)).words("notes.tags", note -> note));

    private final Clock time = new Clock();

    @Test
    void insertsByTheNamesOfTheColumns() throws Exception {
        try (FaultyClickHouse server = new FaultyClickHouse();
                ClickHouseWriter writer = writer(server)) {
            writer.write(row(List.of("a")), null);
            writer.flush(false);

            Request insert = server.requests().get(0);
            assertThat(insert.query().split("&"))
                    .containsExactlyInAnyOrder(
                            "query=INSERT INTO `notes` (`title`, `notes.tags` ) FORMAT RowBinary",
                            "async_insert=0",
                            "distributed_foreground_insert=1",
                            "max_partitions_per_insert_block=0");
            assertThat(insert.body()).containsExactly(1, 'a', 1, 1, 'a');
            assertThat(insert.authorization())
                    .isEqualTo("Basic "
                            + Base64.getEncoder()
                                    .encodeToString("writer:the password".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aFullBatchGoesAtOnceAndTheRestWhenItsTimeHasCome() throws Exception {
        try (FaultyClickHouse server = new FaultyClickHouse();
                ClickHouseWriter writer = writer(server)) {
            for (String title : List.of("a", "b", "c", "d")) {
                writer.write(row(List.of(title)), null);
            }
            assertThat(server.requests()).hasSize(1);

            time.setCurrentTime(1_000);
            assertThat(server.requests()).hasSize(2);
            time.setCurrentTime(2_000);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void firstNewsOfAQuietTableGoesAtOnceAndTheNextWaitsForTheInterval() throws Exception {
        time.setCurrentTime(10_000);
        try (FaultyClickHouse server = new FaultyClickHouse();
                ClickHouseWriter writer = writer(server)) {
            writer.write(row(List.of("a")), null);
            writer.write(row(List.of("b")), null);
            assertThat(server.requests()).isEmpty();
            time.setCurrentTime(10_060);
            assertThat(server.requests()).as("both, a moment later").hasSize(1);

            writer.write(row(List.of("c")), null);
            time.setCurrentTime(10_540);
            assertThat(server.requests()).hasSize(1);
            time.setCurrentTime(10_620);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(1).body()).containsExactly(1, 'c', 1, 1, 'c');
        }
    }

    @Test
    void anInsertWaitsForRowsThatAreStillComingButNotForEver() throws Exception {
        time.setCurrentTime(10_000);
        try (FaultyClickHouse server = new FaultyClickHouse();
                ClickHouseWriter writer = writer(server.address(), new FlushPolicy(1, 100, Duration.ofSeconds(1)))) {
            for (int millis = 0; millis < 190; millis += 10) {
                time.setCurrentTime(10_000 + millis);
                writer.write(row(List.of("a")), null);
            }
            assertThat(server.requests()).isEmpty();

            time.setCurrentTime(10_200);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aSlowServerIsAskedRarer() throws Exception {
        time.setCurrentTime(0);
        try (FaultyClickHouse server = new FaultyClickHouse();
                ClickHouseWriter writer = writer(server.address(), Duration.ofSeconds(1))) {
            server.whenAsked(() -> time.goOn(Duration.ofMillis(400)));
            writer.write(row(List.of("a")), null);
            writer.flush(false);
            server.whenAsked(() -> {});

            writer.write(row(List.of("b")), null);
            time.setCurrentTime(3_000);
            assertThat(server.requests()).as("ten times 400 ms").hasSize(1);
            time.setCurrentTime(4_000);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aCheckpointLeavesNothingBehind() throws Exception {
        try (FaultyClickHouse server = new FaultyClickHouse();
                ClickHouseWriter writer = writer(server)) {
            writer.write(row(List.of("a")), null);
            writer.flush(false);
            writer.flush(false);
            writer.flush(true);

            assertThat(server.requests()).hasSize(1);
        }
    }

    static List<Answer> whatPasses() {
        return List.of(
                error(500, 252, "Too many parts"),
                error(500, 241, "Memory limit exceeded"),
                new Answer(502, 0, "<html>Bad Gateway</html>"),
                new Answer(504, 0, "<html>Gateway Timeout</html>"),
                FaultyClickHouse.SILENCE);
    }

    @ParameterizedTest
    @MethodSource("whatPasses")
    void whatPassesIsTriedAgainWithTheSameBytes(Answer answer) throws Exception {
        List<String> note = new ArrayList<>(List.of("before"));
        try (FaultyClickHouse server = new FaultyClickHouse(answer, answer);
                ClickHouseWriter writer = writer(server)) {
            writer.write(row(note), null);
            note.set(0, "after");
            writer.flush(false);

            // One try each: were the client to try again by itself, there would be more.
            assertThat(server.requests()).hasSize(3);
            assertThat(server.requests())
                    .allSatisfy(
                            request -> assertThat(new String(request.body(), StandardCharsets.UTF_8).substring(1, 7))
                                    .isEqualTo("before"));
        }
    }

    @Test
    void aServerThatStaysAwayFailsTheJobWhenItsTimeIsOver() throws Exception {
        Answer busy = error(500, 202, "Too many simultaneous queries");
        try (FaultyClickHouse server = new FaultyClickHouse(busy, busy, busy, busy);
                ClickHouseWriter writer = writer(server.address(), Duration.ofDays(1))) {
            server.whenAsked(() -> time.goOn(Duration.ofSeconds(25)));
            writer.write(row(List.of("a")), null);

            assertThatThrownBy(() -> writer.flush(false))
                    .isInstanceOf(IOException.class)
                    .hasMessage("inserting 1 rows into notes failed after 75000 ms")
                    .hasRootCauseMessage("Code: 202. DB::Exception: Too many simultaneous queries (queryId= )");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aMistakeFailsTheJobAtOnceAndSaysWhatToDo() throws Exception {
        Answer answer = error(404, 16, "No such column notes.tags in table deskpulse.notes");
        try (FaultyClickHouse server = new FaultyClickHouse(answer);
                ClickHouseWriter writer = writer(server)) {
            writer.write(row(List.of("a")), null);

            assertThatThrownBy(() -> writer.flush(false))
                    .isInstanceOf(IOException.class)
                    .hasNoCause()
                    .hasMessageContaining("table notes has no column notes.tags")
                    .hasMessageContaining("run 'deskpulse migrate'");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whatFailedIsSentAgainByWhoeverGoesOn() throws Exception {
        try (FaultyClickHouse server = new FaultyClickHouse(error(403, 516, "Authentication failed"));
                ClickHouseWriter writer = writer(server)) {
            writer.write(row(List.of("a")), null);
            assertThatThrownBy(() -> writer.flush(false)).isInstanceOf(IOException.class);

            writer.flush(false);

            assertThat(server.requests().get(1).body())
                    .isEqualTo(server.requests().get(0).body());
        }
    }

    @Test
    void closingClosesTheConnectionEvenAfterAFailure() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> refuseAndAwaitTheEnd(server));
            String url = "http://127.0.0.1:" + server.getLocalPort();
            ClickHouseWriter writer = writer(ClickHouseAddress.parse(url, "writer", "p", null), Duration.ofSeconds(1));
            writer.write(row(List.of("a")), null);
            assertThatThrownBy(() -> writer.flush(false)).isInstanceOf(IOException.class);
            assertThat(closed).isNotDone();

            writer.close();

            assertThat(closed).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
        }
    }

    private static boolean refuseAndAwaitTheEnd(ServerSocket server) {
        String refused =
                "HTTP/1.1 403 Forbidden\r\nX-ClickHouse-Exception-Code: 516\r\nContent-Length: 9\r\n\r\nCode: 516";
        try (Socket connection = server.accept()) {
            connection.getOutputStream().write(refused.getBytes(StandardCharsets.UTF_8));
            return connection.getInputStream().readAllBytes().length > 0;
        } catch (SocketException reset) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clock that may go on while the writer is busy, when no timer of the writer comes between. */
    private static final class Clock extends TestProcessingTimeService {
        private volatile long aheadMillis;

        void goOn(Duration duration) {
            aheadMillis += duration.toMillis();
        }

        @Override
        public long getCurrentProcessingTime() {
            return super.getCurrentProcessingTime() + aheadMillis;
        }
    }

    private static byte[] row(List<String> note) {
        return new RowEncoder<>(TABLE).map(note);
    }

    private ClickHouseWriter writer(FaultyClickHouse server) {
        return writer(server.address(), Duration.ofSeconds(1));
    }

    private ClickHouseWriter writer(ClickHouseAddress server, Duration flushInterval) {
        return writer(server, new FlushPolicy(1, 3, flushInterval));
    }

    private ClickHouseWriter writer(ClickHouseAddress server, FlushPolicy flush) {
        ClickHouse clickHouse = new ClickHouse(server, flush, Duration.ofMinutes(1));
        return new ClickHouseWriter(TABLE, clickHouse, time, UnregisteredMetricsGroup.createSinkWriterMetricGroup());
    }
}
