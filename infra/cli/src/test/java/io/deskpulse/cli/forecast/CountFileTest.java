package io.deskpulse.cli.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountFileTest {
    @TempDir
    Path directory;

    @Test
    void tellsWhatOnlyJavaTakesForANumberTwoColumnsOfANameAndOpenQuotes() throws IOException {
        Path numbers = file("numbers.csv", "start,calls", "2025-01-06 09:00,12d", "2025-01-06 09:30,0x1p3");
        assertRefused(numbers, ":2: count must be a whole number from 0 on, got '12d'");
        assertRefused(numbers, ":3: count must be a whole number from 0 on, got '0x1p3'");
        assertRefused(file("columns.csv", "start,count,calls", "2025-01-06 09:00,1,2"), ":1: has more than one column");
        assertRefused(
                file("quote.csv", "start,count", "2025-01-06 09:00,\"3", "2025-01-06 09:30,4"),
                ":2: has a quote that is not closed");
        Path zipped = Files.write(directory.resolve("sheet.csv"), new byte[] {'P', 'K', (byte) 0xff, (byte) 0xfe});
        assertRefused(zipped, ":1: is not text in UTF-8");
        assertThatThrownBy(() -> CountFile.read(zipped, 30)).hasMessageNotContaining("is empty");
        assertRefused(
                file("years.csv", "start,count", "+999999999-12-31 23:45,1", "2025-01-06 09:30,4"),
                ":2: interval_start must be of the years 1 to 9999, got '+999999999-12-31 23:45'");
        Path large = file("large.csv", "start,count", "2025-01-06 00:00,1e+05", "2025-01-07 00:00,\"2.0\"");
        assertThat(CountFile.read(large, 30).history().total(0)).isEqualTo(100_000);
    }

    @Test
    void tellsWhatIsWrongWithAFileThatIsPacked() throws IOException {
        Path begun = Files.write(directory.resolve("begun.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
        assertThatThrownBy(() -> CountFile.read(begun, 60))
                .hasMessage("Cannot read " + begun + ": the gzip file is cut short, in member 1.");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("start,count\n2025-01-06 09:00,1\n".getBytes(StandardCharsets.US_ASCII));
        }
        packed.write("2025-01-06 10:00,1\n".getBytes(StandardCharsets.US_ASCII));
        Path longer = Files.write(directory.resolve("longer.csv.gz"), packed.toByteArray());
        assertThatThrownBy(() -> CountFile.read(longer, 60))
                .hasMessage("Cannot read " + longer + ": what follows member 1 of the gzip file is no gzip.");
    }

    @Test
    void anHourOfOneLineComesTwiceInTheNightToASundayOnly() throws IOException {
        List<String> lines = new ArrayList<>(List.of("interval_start,count"));
        for (int hour = 0; hour < 96; hour++) {
            lines.add(LocalDate.of(2025, 10, 25).atStartOfDay().plusHours(hour) + ",5");
        }
        lines.add(lines.indexOf("2025-10-26T03:00,5"), "2025-10-26T02:00,3");

        Path berlin = file("berlin.csv", lines.toArray(String[]::new));
        assertThat(CountFile.read(berlin, 60).history().day(1)).startsWith(5, 5, 8, 5);

        lines.add(lines.indexOf("2025-10-27T03:00,5"), "2025-10-27T02:00,3");
        assertRefused(file("twice.csv", lines.toArray(String[]::new)), ":54: repeats 2025-10-27T02:00 of line 53");
        assertRefused(
                file("one.csv", "interval_start,count", "2025-10-26T02:00,1", "2025-10-26T02:00,1"),
                ":3: repeats 2025-10-26T02:00 of line 2");
    }

    private static void assertRefused(Path file, String problem) {
        assertThatThrownBy(() -> CountFile.read(file, 60))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file + problem);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }
}
