package io.deskpulse.ops.replay.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.replay.text.WideEncoding;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/**
 * 100,000 files, most of them damaged: each is refused as a whole, in words, or every line of it is an event or refused by its number.
 * Nothing is lost, nothing breaks, nothing hangs. The seed is fixed, and a failure names the file's number.
 */
class ReadingFuzzTest {
    private static final int FILES = 100_000;
    private static final int SEED = 7;
    private static final JsonLinesReader JSON = new JsonLinesReader();
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final Pattern BLANK = Pattern.compile("(?:[ \t]|\u00ef\u00bb\u00bf|\uFEFF)*");

    @Test
    void everyLineIsAnEventOrRefusedOrTheFileIs() throws IOException {
        RandomFiles files = new RandomFiles(SEED);
        int refused = 0;
        for (int file = 0; file < FILES; file++) {
            refused += isRead("file " + file, files.next()) ? 0 : 1;
        }

        // Both ends happen often enough to mean something.
        assertThat(refused).isBetween(FILES / 10, FILES * 9 / 10);
    }

    /** A pipe hands out bytes as they come; where it pauses must not matter. */
    @Test
    void theSameLinesComeHoweverTheBytesArrive() {
        RandomFiles files = new RandomFiles(SEED);
        for (int file = 0; file < FILES / 10; file++) {
            byte[] bytes = files.next().bytes();

            assertThat(lines(new Trickle(bytes, 1 + file % 7)))
                    .as("file %d", file)
                    .isEqualTo(lines(new ByteArrayInputStream(bytes)));
        }
    }

    /** Whether a file was not refused as a whole. */
    private static boolean isRead(String name, RandomFiles.Sample sample) throws IOException {
        long lines;
        WideEncoding wide;
        try {
            LineReader reader = reader(sample);
            wide = reader.wide();
            TextCheck check = TextCheck.ofAll(reader);
            lines = check.lines();
            if (check.problem() != null) {
                return refused(name, sample, check.problem());
            }
        } catch (IOException e) {
            return refused(name, sample, e.getMessage());
        }
        List<String> ids = new ArrayList<>();
        List<Long> rejected = new ArrayList<>();
        EventFile events = new EventFile(name, reader(sample), JSON, line -> rejected.add(line.lineNumber()));
        for (ParsedLine.Event event = events.next(); event != null; event = events.next()) {
            ids.add(EventStream.eventId(event.event()));
            assertValid(name, event.event());
        }
        check(name, ids.size() + rejected.size() == lines && lines == linesIn(sample.bytes(), wide));
        check(name, rejected.equals(new ArrayList<>(new TreeSet<>(rejected))));
        check(name, sample.ids() == null || sample.ids().equals(ids));
        return true;
    }

    private static boolean refused(String name, RandomFiles.Sample sample, String problem) {
        check(name + ": " + problem, sample.ids() == null && problem != null && !problem.contains("null"));
        return false;
    }

    private static void assertValid(String name, SpecificRecord event) {
        check(name, EventValidity.check(event) == null);
    }

    /** A million assertions of AssertJ would take longer than the reading. */
    private static void check(String name, boolean holds) {
        if (!holds) {
            throw new AssertionError(name);
        }
    }

    /** The lines that are not blank, counted by other means: the JDK's gzip, charsets and regular expressions. */
    private static int linesIn(byte[] file, WideEncoding wide) throws IOException {
        boolean packed = file.length > 1 && file[0] == 0x1f && file[1] == (byte) 0x8b;
        byte[] content = packed ? new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes() : file;
        // What is not wide is read in an encoding that keeps all bytes, whatever they are.
        Charset charset = wide == null
                ? StandardCharsets.ISO_8859_1
                : Charset.forName(wide.name() + (wide.bigEndian() ? "BE" : "LE"));
        int lines = 0;
        for (String line : LINE_END.split(new String(content, charset))) {
            lines += BLANK.matcher(line).matches() ? 0 : 1;
        }
        return lines;
    }

    private static LineReader reader(RandomFiles.Sample sample) throws IOException {
        return new LineReader(new ByteArrayInputStream(sample.bytes()));
    }

    /** Numbers and bytes of the lines, or the problem. */
    private static List<String> lines(InputStream in) {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(in)) {
            reader.peek();
            for (Line line = reader.next(); line != null; line = reader.next()) {
                lines.add(line.number() + " " + new String(line.bytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            return List.of(e.getMessage());
        }
        return lines;
    }

    /** A stream that hands out a few bytes at a time and never says that there are more. */
    private static final class Trickle extends FilterInputStream {
        private final int most;

        Trickle(byte[] bytes, int most) {
            super(new ByteArrayInputStream(bytes));
            this.most = most;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return super.read(bytes, from, Math.min(length, most));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
