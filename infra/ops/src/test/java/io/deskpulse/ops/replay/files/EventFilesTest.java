package io.deskpulse.ops.replay.files;

import static io.deskpulse.ops.replay.Lines.asked;
import static io.deskpulse.ops.replay.Lines.replied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.replay.Lines;
import io.deskpulse.ops.replay.ReplayOptions;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilesTest {
    private static final String QUESTION = asked("e1", "2026-11-11T02:00:00Z");
    private static final String ANSWER = replied("e2", "2026-11-11T02:00:20Z");
    private static final byte[] BOTH = (QUESTION + "\n" + ANSWER + "\n").getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private final List<RejectedLine> rejected = new ArrayList<>();

    @Test
    void countsTheLinesOfAllFilesThatAreNotBlank() throws IOException {
        Path one = Lines.plain(directory.resolve("one.jsonl"), QUESTION, "", "no event", ANSWER);
        Path two = Lines.gzip(directory.resolve("two.jsonl.gz"), QUESTION);

        assertThat(lookedAt(one, two).lines()).isEqualTo(4);
    }

    @Test
    void readsAllMembersOfAGzipFile() throws IOException {
        Path file = file("members.jsonl.gz", gzip(BOTH), gzip(), gzip(BOTH), new byte[512]);

        assertThat(idsOf(file)).containsExactly("e1", "e2", "e1", "e2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- rotated --\n", "{\"line\":1}\n", "\u0000x"})
    void aGzipFileThatGoesOnAsSomethingElseIsRefusedNamingTheLastWholeLine(String rest) throws IOException {
        Path file = file("rest.jsonl.gz", gzip(BOTH), rest.getBytes(StandardCharsets.UTF_8), gzip(BOTH));

        assertRefused(file, "Cannot read " + file + " after line 2: what follows member 1 of the gzip file is no gzip");
    }

    @Test
    void aGzipFileThatIsCutIsRefusedNamingTheLastWholeLine() throws IOException {
        byte[] second = gzip(BOTH);
        Path file = file("cut.jsonl.gz", gzip(BOTH), Arrays.copyOf(second, second.length - 6));

        assertRefused(file, "Cannot read " + file + " after line 4: the gzip file is cut short, in member 2");
    }

    @Test
    void theNameOfAFileSaysNothingAboutWhatItIs() throws IOException {
        assertThat(idsOf(file("plain.jsonl.gz", BOTH))).containsExactly("e1", "e2");
        assertThat(idsOf(file("packed.jsonl", gzip(BOTH)))).containsExactly("e1", "e2");
    }

    @Test
    void anEmptyFileHasNoEventsButIsNoGzip() throws IOException {
        assertThat(idsOf(file("empty.jsonl"))).isEmpty();
        assertThat(idsOf(file("empty.jsonl.gz", gzip()))).isEmpty();

        Path none = file("none.jsonl.gz");
        assertRefused(none, "Cannot read " + none + ": it is empty, and no gzip file.");
    }

    @Test
    void aFileOfAnotherKindIsRefusedByItsName() throws IOException {
        Path zip = file("events.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0});

        assertRefused(
                zip,
                "Cannot read " + zip
                        + ": it is a zip archive, as Excel's workbooks are, too; unpack it first, or export "
                        + "its events as JSON Lines.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void readsEveryEncodingOfUnicodeWithAMarkOrWithout(String charset) throws IOException {
        String text = QUESTION + "\r\n" + ANSWER + "\r\n";

        assertThat(idsOf(file("plain", text.getBytes(Charset.forName(charset)))))
                .containsExactly("e1", "e2");
        assertThat(idsOf(file("marked", ("\uFEFF" + text).getBytes(Charset.forName(charset)))))
                .containsExactly("e1", "e2");
        assertThat(idsOf(file("packed", gzip(("\uFEFF" + text).getBytes(Charset.forName(charset))))))
                .containsExactly("e1", "e2");
        assertThat(rejected).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GBK, 在吗, GBK", "windows-1252, où est mon colis, Windows-1252"})
    void aFileInAnotherEncodingIsRefusedBeforeAnyOfItsLinesIsRead(String charset, String text, String name)
            throws IOException {
        String question = QUESTION.replace("}", ",\"text\":\"" + text + "\"}");
        Path file = file("foreign.jsonl", (ANSWER + "\n" + question + "\n").getBytes(Charset.forName(charset)));

        assertRefused(file, "is not UTF-8, first in line 2 at byte ", "looks like " + name, "iconv -f " + name);
    }

    @Test
    void oneLineThatIsNotUtf8IsRefusedAloneAndSaysSo() throws IOException {
        byte[] chinese = (QUESTION.replace("}", ",\"text\":\"在吗\"}") + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] foreign = (QUESTION.replace("}", ",\"text\":\"在吗\"}") + "\n").getBytes(Charset.forName("GBK"));

        assertThat(idsOf(file("mixed.jsonl", chinese, foreign, BOTH))).containsExactly("e1", "e1", "e2");
        assertThat(rejected)
                .singleElement()
                .satisfies(line -> assertThat(line.message())
                        .startsWith("mixed.jsonl line 2: expected one JSON object in UTF-8, but byte ")
                        .endsWith(" is not UTF-8; looks like GBK"));
    }

    @Test
    void readsLinesThatEndInAReturnAlone() throws IOException {
        assertThat(idsOf(file("mac.jsonl", (QUESTION + "\r" + ANSWER + "\r").getBytes(StandardCharsets.UTF_8))))
                .containsExactly("e1", "e2");
    }

    @Test
    void whatIsNoJsonLinesIsRefusedInItsFirstWords() throws IOException {
        Path csv = Lines.plain(directory.resolve("events.csv"), "event_id,event_time", "e1,2026-11-11");
        Path array = Lines.plain(directory.resolve("events.json"), "[" + QUESTION + ",", ANSWER + "]");
        Path pretty = Lines.plain(directory.resolve("pretty.json"), QUESTION.replace(",", ",\n  "));

        assertRefused(csv, "Cannot read " + csv + ": is this JSON Lines? It looks like CSV; ");
        assertRefused(array, "it is a JSON array, not JSON Lines; jq -c '.[]' makes it one event a line.");
        assertRefused(pretty, "it is JSON over several lines, not JSON Lines; jq -c . makes it one event a line.");
    }

    @Test
    void saysWhichFileIsMissingOrADirectory() {
        Path none = directory.resolve("none.jsonl");

        assertRefused(none, "There is no file " + none + ".");
        assertRefused(directory, "Cannot read " + directory + ": expected a file of JSON Lines, plain or gzip.");
        assertThatThrownBy(() -> EventFiles.lookedAt(List.of(), Progress.silent()))
                .isInstanceOf(UserError.class)
                .hasMessage("There is nothing to replay: name at least one file.");
    }

    @Test
    void aFileThatIsNamedTwiceIsAMistakeAndACopyIsNone() throws IOException {
        Path file = file("one.jsonl", BOTH);
        Path link = Files.createSymbolicLink(directory.resolve("link.jsonl"), file);
        Path copy = Files.copy(file, directory.resolve("copy.jsonl"));

        assertThatThrownBy(() -> lookedAt(file, copy, file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + " is named twice; name each file once.");
        assertThatThrownBy(() -> lookedAt(file, link))
                .isInstanceOf(UserError.class)
                .hasMessage(file + " and " + link + " are one file; name it once.");
        assertThat(lookedAt(file, copy).lines()).isEqualTo(4);
    }

    @Test
    void readsAPipeOnceAndKnowsNoNumberOfItsLines() throws Exception {
        Path pipe = pipe("pipe");
        CompletableFuture<Void> writer = write(pipe, gzip(BOTH));

        EventFiles files = lookedAt(pipe);

        assertThat(files.lines()).isEqualTo(EventFiles.UNKNOWN_LINES);
        assertThat(ids(files)).containsExactly("e1", "e2");
        assertThatThrownBy(() -> new ReplayOptions(files, "max", true))
                .isInstanceOf(UserError.class)
                .hasMessage("--shift-to-now has to read everything twice, but " + pipe
                        + " can be read only once; save it to a file first.");
        writer.get();
    }

    @Test
    void theBeginningOfAPipeIsLookedAt() throws Exception {
        Path pipe = pipe("pipe");
        CompletableFuture<Void> writer = write(pipe, "event_id;event_time\n".getBytes(StandardCharsets.UTF_8));

        assertRefused(pipe, "Cannot read " + pipe + ": is this JSON Lines?");
        writer.get();
    }

    @Test
    void aPipeThatIsCutNamesTheLastWholeLine() throws Exception {
        Path pipe = pipe("pipe");
        byte[] lines = (QUESTION + "\n").repeat(5_000).getBytes(StandardCharsets.UTF_8);
        byte[] packed = gzip(lines);
        CompletableFuture<Void> writer = write(pipe, Arrays.copyOf(packed, packed.length - 8));

        EventFiles files = lookedAt(pipe);

        assertThatThrownBy(() -> ids(files))
                .isInstanceOf(UserError.class)
                .hasMessage("Cannot read " + pipe + " after line 5000: the gzip file is cut short, in member 1");
        writer.get();
    }

    private void assertRefused(Path path, String... words) {
        assertThatThrownBy(() -> lookedAt(path)).isInstanceOf(UserError.class).hasMessageContainingAll(words);
    }

    private List<String> idsOf(Path... paths) {
        EventFiles files = lookedAt(paths);
        long refusedBefore = rejected.size();
        List<String> ids = ids(files);
        assertThat(ids.size() + rejected.size() - refusedBefore).isEqualTo(files.lines());
        return ids;
    }

    private List<String> ids(EventFiles files) {
        List<String> ids = new ArrayList<>();
        for (EventFile file : files.open(new JsonLinesReader(), rejected::add)) {
            try (file) {
                for (ParsedLine.Event event = file.next(); event != null; event = file.next()) {
                    ids.add(EventStream.eventId(event.event()));
                }
            }
        }
        return ids;
    }

    private static EventFiles lookedAt(Path... paths) {
        return EventFiles.lookedAt(List.of(paths), Progress.silent());
    }

    private Path file(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return Files.write(directory.resolve(name), bytes.toByteArray());
    }

    private Path pipe(String name) throws Exception {
        Path pipe = directory.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private static CompletableFuture<Void> write(Path pipe, byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try {
                Files.write(pipe, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] gzip(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
        return bytes.toByteArray();
    }
}
