package io.deskpulse.local.replay;

import static io.deskpulse.ops.replay.Lines.asked;
import static io.deskpulse.ops.replay.Lines.replied;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.deadletters.DeadLetterTopic;
import io.deskpulse.ops.deadletters.LetterExport;
import io.deskpulse.ops.deadletters.LetterReplay;
import io.deskpulse.ops.deadletters.StoredLetter;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.ops.replay.Lines;
import io.deskpulse.ops.replay.RepairedEvents;
import io.deskpulse.ops.replay.ReplayOptions;
import io.deskpulse.ops.replay.Sent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayIT {
    private static final List<String> IMPORT = List.of("--retention.at-rest", "forever");

    @TempDir
    Path directory;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(screen, true, StandardCharsets.UTF_8), false);

    @Test
    void everyEventAndEveryRejectionIsVisibleAndStaysSoWhenTheRunIsResumed() throws IOException {
        Path chat = Lines.gzip(
                directory.resolve("chat.jsonl.gz"),
                asked("e1", "2026-11-11T10:10:15+08:00"),
                "no event",
                replied("e2", "2026-11-11T10:12:15+08:00"));
        Path again = Files.copy(
                chat, Files.createDirectory(directory.resolve("again")).resolve("chat.jsonl.gz"));
        Path more = Lines.plain(directory.resolve("more.jsonl"), asked("e3", "2026-11-11T10:20:00+08:00"));

        Path others = Lines.plain(directory.resolve("others.jsonl"), Lines.order("s2"), Lines.ticket("s3"));

        try (Stack stack = start()) {
            FlinkJob job = Jobs.start(stack, IMPORT);
            Sent sent = replay(stack, job, chat, more, again, others);

            assertThat(sent.events()).isEqualTo(9);
            assertThat(sent.rejectedLines()).isEqualTo(2);
            assertVisible(stack);
            assertThat(screen.toString(StandardCharsets.UTF_8))
                    .contains(
                            "rejected: chat.jsonl.gz line 2: expected one JSON object",
                            "9 events",
                            "lag 0, all visible after");
            assertThat(new ShopTable(new ClickHouseHttp(stack.clickHouse().reader())).text())
                    .isEqualTo("""
                            shop  conversations  rounds  waits  median wait  p90 wait  within 3 min (tb)
                            s1                1       2      2      120.0 s   120.0 s    1 of 2,  50.0 %

                            shop  orders             paid  currency  paid for  refunded    net  with anomalies
                            s2         1  1 of 1, 100.0 %  CNY          20.00      5.50  14.50               0

                            shop  tickets         resolved  reopened  open
                            s3          1  0 of 1,   0.0 %         0     1
                            """);
            job.cancel();
        }
        try (Stack stack = start()) {
            FlinkJob job = Jobs.start(stack, IMPORT);
            assertVisible(stack);
            replay(stack, job, more);
            assertVisible(stack);
            repairDeadLetters(stack, job);
            job.cancel();
        }
    }

    private void repairDeadLetters(Stack stack, FlinkJob job) throws IOException {
        List<StoredLetter> letters = new ArrayList<>();
        DeadLetterTopic topic = new DeadLetterTopic(stack.kafka().access());
        topic.forEach(letters::add);
        assertThat(letters).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.reason()).isEqualTo("MALFORMED_LINE");
            assertThat(letter.sourceTopic()).isEqualTo("file:chat.jsonl.gz");
            assertThat(letter.sourceOffset()).isEqualTo(2);
            assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("no event");
        });

        try (LetterExport export = new LetterExport(directory.resolve("letters"))) {
            letters.forEach(export::add);
        }
        assertThat(directory.resolve("letters/0-0.json")).hasContent("no event");
        assertThat(directory.resolve("letters/index.jsonl"))
                .content()
                .hasLineCount(2)
                .contains("\"position\":\"0:1\"");

        Path repaired = Lines.plain(directory.resolve("repaired.jsonl"), replied("e4", "2026-11-11T10:21:00+08:00"));
        try (EventSender sender = new EventSender(stack.kafka().access());
                Reflection reflection = new Reflection(stack, job, Progress.silent())) {
            assertThat(new LetterReplay(sender).send(letters.get(0))).contains("expected one JSON object");
            assertThat(RepairedEvents.send(repaired, sender)).isEqualTo(1);
            reflection.awaitAll(lag -> {});
        }
        assertThat(query(stack, "SELECT countIf(answered_at IS NOT NULL) FROM deskpulse.rounds"))
                .isEqualTo("2");
    }

    private static void assertVisible(Stack stack) throws IOException {
        assertThat(query(stack, "SELECT count(), countIf(response_ms = 120000) FROM deskpulse.rounds"))
                .isEqualTo("2\t1");
        assertThat(query(stack, "SELECT reason, source_topic, source_offset FROM deskpulse.rejected_events"))
                .isEqualTo("MALFORMED_LINE\tfile:chat.jsonl.gz\t2");
    }

    private Sent replay(Stack stack, FlinkJob job, Path... files) {
        return new Replay(new ReplayOptions(List.of(files), "max", false), stack, job, terminal).run();
    }

    private Stack start() {
        StackOptions options = StackOptions.of(System.getenv())
                .withRunDirectory(directory.resolve("run"))
                .withPartitions(2);
        return Stack.start(options, Progress.silent());
    }

    private static String query(Stack stack, String sql) throws IOException {
        return new ClickHouseHttp(stack.clickHouse().reader()).query(sql);
    }
}
