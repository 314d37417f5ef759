package io.deskpulse.ops.replay.files;

import static io.deskpulse.ops.replay.Lines.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.replay.Lines;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedEventsTest {
    @TempDir
    Path directory;

    private final List<RejectedLine> rejected = new ArrayList<>();

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
                "{\"" + "x".repeat(2 * LineReader.LONGEST),
                asked("e1", "2026-11-11T02:00:00Z"));

        assertThat(idsOf(file)).containsExactly("e1");
        assertThat(rejected).singleElement().satisfies(line -> {
            assertThat(line.line()).hasSize(LineReader.LONGEST);
            assertThat(line.message()).isEqualTo("one.jsonl line 1: the line is longer than 1,000,000 bytes");
        });
    }

    @Test
    void anEmptyFileHasNoEvents() throws IOException {
        assertThat(idsOf(Files.createFile(directory.resolve("empty")))).isEmpty();
    }

    private List<String> idsOf(Path... files) {
        List<String> ids = new ArrayList<>();
        try (MergedEvents events =
                new MergedEvents(EventFiles.lookedAt(List.of(files), Progress.silent()), rejected::add)) {
            for (ParsedLine.Event event = events.next(); event != null; event = events.next()) {
                ids.add(EventStream.eventId(event.event()));
            }
        }
        return ids;
    }
}
