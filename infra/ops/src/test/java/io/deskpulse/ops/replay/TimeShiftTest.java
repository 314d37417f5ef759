package io.deskpulse.ops.replay;

import static io.deskpulse.ops.replay.Lines.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.replay.files.EventFiles;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.JsonLinesWriter;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeShiftTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void bringsTheNewestEventOfAllFilesToNow() throws IOException {
        Path one = Lines.plain(directory.resolve("one"), asked("e1", "2026-11-11T02:00:00Z"), "no event");
        Path two = Lines.plain(directory.resolve("two"), asked("e2", "2026-11-11T12:00:00Z"));

        assertThat(TimeShift.newestTo(NOW, lookedAt(one, two)).by()).isEqualTo(Duration.ofDays(10));
    }

    @Test
    void isNoneWhenThereIsNoEvent() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty"));

        assertThat(TimeShift.newestTo(NOW, lookedAt(empty)).by()).isZero();
    }

    @Test
    void movesEveryInstantOfAnEvent() {
        SpecificRecord promise = event("{\"stream\":\"chat\",\"type\":\"PromiseMade\",\"event_id\":\"e1\","
                + "\"event_time\":\"2026-11-11T02:00:00Z\",\"shop_id\":\"s1\",\"conversation_id\":\"c1\",\"buyer_id\":\"b1\","
                + "\"channel\":\"CHAT\",\"promise_id\":\"p1\",\"agent_id\":\"a1\",\"kind\":\"CALL_BACK\","
                + "\"due_at\":\"2026-11-11T03:30:00Z\"}");

        new TimeShift(Duration.ofHours(24)).apply(promise);

        assertThat(new JsonLinesWriter().write(promise))
                .contains("2026-11-12T02:00:00", "2026-11-12T03:30:00")
                .doesNotContain("2026-11-11");
    }

    @Test
    void leavesAbsentInstantsAbsent() {
        String line = "{\"stream\":\"orders\",\"type\":\"ParcelShipped\",\"event_id\":\"e1\","
                + "\"event_time\":\"2026-11-11T02:00:00Z\",\"shop_id\":\"s1\",\"order_id\":\"o1\",\"buyer_id\":\"b1\","
                + "\"parcel_id\":\"p1\",\"carrier\":\"SF\"}";
        SpecificRecord shipped = event(line);

        new TimeShift(Duration.ofHours(1)).apply(shipped);

        assertThat(new JsonLinesWriter().write(shipped)).contains("T03:00:00").doesNotContain("due_at");
    }

    private static EventFiles lookedAt(Path... files) {
        return EventFiles.lookedAt(List.of(files), Progress.silent());
    }

    private static SpecificRecord event(String line) {
        ParsedLine parsed = new JsonLinesReader().read(1, line);
        assertThat(parsed).isInstanceOf(ParsedLine.Event.class);
        return ((ParsedLine.Event) parsed).event();
    }
}
