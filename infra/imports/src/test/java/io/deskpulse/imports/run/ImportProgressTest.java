package io.deskpulse.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.imports.input.InputFiles;
import io.deskpulse.ops.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportProgressTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long nanos;

    @Test
    void aTerminalShowsBytesRecordsAndTimeLeft() throws IOException {
        String shown = run(true, SECOND / 16 + 1, 16);

        assertThat(shown).contains("0.1 MB of 0.2 MB, 16 records, 1 s left");
    }

    @Test
    void elsewhereALineIsWrittenAtTheBeginningAndEveryTenSeconds() throws IOException {
        assertThat(run(false, SECOND / 16, 16 * 10).lines()).hasSize(1);
        said.reset();
        assertThat(run(false, SECOND / 16, 16 * 31).lines()).hasSize(4);
    }

    private String run(boolean interactive, long nanosOfARecord, int records) throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[200_000]);
        InputFiles files = new InputFiles(List.of(file), StandardCharsets.ISO_8859_1, 0);
        Terminal terminal = new Terminal(new PrintStream(said, true), interactive);
        ImportProgress progress = new ImportProgress(terminal, () -> nanos);
        files.readAll((name, in) -> {
            in.readNBytes(100_000);
            for (int i = 1; i <= records; i++) {
                nanos += nanosOfARecord;
                progress.read(files, i);
            }
        });
        return said.toString(StandardCharsets.UTF_8);
    }
}
