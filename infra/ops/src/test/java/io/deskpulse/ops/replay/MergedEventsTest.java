package io.deskpulse.ops.replay;

import static io.deskpulse.ops.replay.Lines.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedEventsTest {
    @TempDir
    Path directory;

    private final List<RejectedLine> rejected = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    @Test
    void mergesPlainAndCompressedFilesByEventTime() throws IOException {
        Path one = Lines.plain(
                directory.resolve("one.jsonl"),
                asked("e1", "2026-11-11T10:00:00+08:00"),
                asked("e4", "2026-11-11T10:03:00+08:00"));
        Path two = Lines.gzip(
                directory.resolve("two.jsonl.gz"),
                asked("e2", "2026-11-11T02:01:00Z"),
                asked("e3", "2026-11-11T02:02:00Z"),
                asked("e5", "2026-11-11T02:04:00Z"));

        assertThat(idsOf(one, two)).containsExactly("e1", "e2", "e3", "e4", "e5");
        assertThat(bytes.get()).isEqualTo(Files.size(one) + Files.size(two));
    }

    @Test
    void neverReordersAFileAndTakesTheFirstNamedOfEqualTimes() throws IOException {
        Path unordered = Lines.plain(
                directory.resolve("one.jsonl"),
                asked("e2", "2026-11-11T02:01:00Z"),
                asked("e1", "2026-11-11T02:00:00Z"));
        Path equal = Lines.plain(directory.resolve("two.jsonl"), asked("e3", "2026-11-11T02:01:00Z"));

        assertThat(idsOf(unordered, equal)).containsExactly("e2", "e1", "e3");
    }

    @Test
    void setsLinesThatAreNoEventAsideWithTheirNumber() throws IOException {
        Path file = Lines.plain(
                directory.resolve("one.jsonl"),
                "not json",
                "",
                asked("e1", "2026-11-11T02:00:00Z"),
                "  \r",
                asked("e2", "yesterday"));

        assertThat(idsOf(file)).containsExactly("e1");
        assertThat(rejected).extracting(RejectedLine::lineNumber).containsExactly(1L, 5L);
        assertThat(rejected.get(0).line()).isEqualTo("not json".getBytes(StandardCharsets.UTF_8));
        assertThat(rejected.get(0).rejection().reason()).isEqualTo(RejectionReason.MALFORMED_LINE);
        assertThat(rejected.get(1).message()).startsWith("one.jsonl line 5: field 'event_time'");
    }

    @Test
    void cutsLinesThatAreLongerThanAMessageMayBe() throws IOException {
        Path file = Lines.plain(
                directory.resolve("one.jsonl"),
                "\"" + "x".repeat(2 * LineReader.MAX_LINE_BYTES),
                asked("e1", "2026-11-11T02:00:00Z"));

        assertThat(idsOf(file)).containsExactly("e1");
        assertThat(rejected)
                .singleElement()
                .satisfies(line -> assertThat(line.line()).hasSize(LineReader.MAX_LINE_BYTES));
    }

    @Test
    void anEmptyFileHasNoEvents() throws IOException {
        assertThat(idsOf(Files.createFile(directory.resolve("empty")))).isEmpty();
    }

    @Test
    void saysWhichFileIsMissingOrDamaged() throws IOException {
        Path damaged = Lines.gzip(directory.resolve("cut.gz"), asked("e1", "2026-11-11T02:00:00Z"));
        byte[] whole = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> idsOf(directory.resolve("none.jsonl")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no file")
                .hasMessageContaining("none.jsonl");
        assertThatThrownBy(() -> idsOf(directory)).isInstanceOf(UserError.class).hasMessageContaining("Cannot read");
        assertThatThrownBy(() -> idsOf(damaged)).isInstanceOf(UserError.class).hasMessageContaining("cut.gz");
    }

    private List<String> idsOf(Path... files) {
        List<String> ids = new ArrayList<>();
        try (MergedEvents events = new MergedEvents(List.of(files), rejected::add, bytes::addAndGet)) {
            for (ParsedLine.Event event = events.next(); event != null; event = events.next()) {
                ids.add(EventStream.eventId(event.event()));
            }
        }
        return ids;
    }
}
