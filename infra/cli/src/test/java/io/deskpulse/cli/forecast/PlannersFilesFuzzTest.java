package io.deskpulse.cli.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of planners are read, or every mistake in them is told in words. */
class PlannersFilesFuzzTest {
    private static final String COUNTS = """
            interval_start,count
            2026-10-24T23:30,7
            2026-10-25T02:00,8
            2026-10-25T02:30,"9"
            2026-10-25T02:00,3
            2026-10-25T02:30,4
            2026-10-25T03:00,0
            """;
    private static final String OTHER_COUNTS = """
            \uFEFFStart;Calls;who
            2026-11-02 09:00;12;"a ""b"";c"
            2026-11-02 09:15;1e2;
            +999999999-12-31T23:45;1;z
            """;
    private static final String EVENTS = """
            name,kind,phase,peak,from_day,to_day,decay_days,known_from
            11.11,big,"pre, sale",2026-11-11,-10,-1,0,2026-09-01
            outage,OUTAGE,,2026-03-03,0,1,,
            launch,,,2026-05-01,0,,2.5,
            """;

    @TempDir
    private Path directory;

    @Test
    void aFileOfCounts() throws IOException {
        fuzz(List.of(COUNTS, OTHER_COUNTS), 0.02, file -> {
            CountFile.Counts counts = CountFile.read(file, 30);
            assertThat(counts.history().days()).isPositive();
        });
    }

    @Test
    void aFileOfEvents() throws IOException {
        fuzz(List.of(EVENTS), 0.01, file -> EventFile.read(file, LocalDate.of(2028, 12, 31)));
    }

    private interface Reader {
        void read(Path file);
    }

    private void fuzz(List<String> texts, double share, Reader reader) throws IOException {
        List<byte[]> samples = new ArrayList<>(Fuzz.texts(texts));
        samples.add(gzip(samples.get(0)));
        Path file = directory.resolve("planned.csv");

        Refused seen = Fuzz.refusing(UserError.class, samples, share, input -> {
            Files.write(file, input);
            reader.read(file);
        });

        assertThat(seen.refused()).isBetween(1L, seen.inputs() - 1);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
