package io.deskpulse.ops.replay.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInEachOfTheThreeWaysAndTheLastOneWithTheStream(String end) throws IOException {
        assertThat(texts(String.join(end, "a", "", "b"))).containsExactly("1 a", "2 ", "3 b");
        assertThat(texts(String.join(end, "a", "b", ""))).containsExactly("1 a", "2 b");
        assertThat(texts(end)).containsExactly("1 ");
    }

    @Test
    void aFileMayMixLineEnds() throws IOException {
        assertThat(texts("a\rb\r\nc\nd\n\re")).containsExactly("1 a", "2 b", "3 c", "4 d", "5 ", "6 e");
    }

    @Test
    void separatorsThatMayStandWithinATextEndNoLine() throws IOException {
        assertThat(texts("a\u2028b\u2029c\u0085d\fe\u000bf\n")).containsExactly("1 a\u2028b\u2029c\u0085d\fe\u000bf");
    }

    @Test
    void thereIsNoLineInNothing() throws IOException {
        assertThat(texts("")).isEmpty();
    }

    @Test
    void aReturnAtTheEndOfABufferAndTheLineFeedAfterItAreOneEnd() throws IOException {
        // The buffer is 65,536 bytes long; a return at each place around its end.
        for (int length = (1 << 16) - 3; length <= (1 << 16) + 1; length++) {
            String line = "x".repeat(length);

            assertThat(texts(line + "\r\nb\r\n")).containsExactly("1 " + line, "2 b");
            assertThat(texts(line + "\r\r\nb")).containsExactly("1 " + line, "2 ", "3 b");
        }
    }

    @Test
    void aLineIsCutBeyondTheLongestAndNoSooner() throws IOException {
        String longest = "x".repeat(LineReader.LONGEST);

        List<Line> lines = lines(stream(longest + "\n" + longest + "y\r\nz"));

        assertThat(lines).extracting(Line::isCut).containsExactly(false, true, false);
        assertThat(lines).extracting(line -> line.bytes().length).containsExactly(1_000_000, 1_000_000, 1);
    }

    @Test
    void peekingWaitsForTheFirstLineOnlyAndLosesNone() throws IOException {
        InputStream pipe = new SequenceInputStream(stream("\n \na\nb\nc"), stream("d\ne"));

        try (LineReader reader = new LineReader(pipe)) {
            assertThat(reader.peek()).extracting(LineReaderTest::text).containsExactly("1 ", "2  ", "3 a", "4 b");
            assertThat(texts(reader)).containsExactly("1 ", "2  ", "3 a", "4 b", "5 cd", "6 e");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void peekingAtASlowPipeDoesNotWaitForASecondLine(String end) throws IOException {
        InputStream pause = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("waited for a second line");
            }
        };

        try (LineReader reader = new LineReader(new SequenceInputStream(stream("first" + end), pause))) {
            assertThat(reader.peek()).extracting(LineReaderTest::text).containsExactly("1 first");
        }
    }

    @Test
    void peekingReadsAFirstLineHoweverLongItIs() throws IOException {
        String line = "x".repeat(200_000);

        try (LineReader reader = new LineReader(stream(line))) {
            assertThat(reader.peek()).extracting(LineReaderTest::text).containsExactly("1 " + line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t", "\uFEFF", " \uFEFF "})
    void blanksAndTheMarkAloneAreABlankLine(String text) {
        assertThat(line(text).isBlank()).isTrue();
        assertThat(line(text + "{").isBlank()).isFalse();
        assertThat(line(text + "{").beginsAnObject()).isTrue();
        assertThat(line(text + "[").beginsAnObject()).isFalse();
    }

    private static Line line(String text) {
        return new Line(1, text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static List<String> texts(String file) throws IOException {
        try (LineReader reader = new LineReader(stream(file))) {
            return texts(reader);
        }
    }

    private static List<String> texts(LineReader reader) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            assertThat(reader.lineNumber()).isGreaterThanOrEqualTo(line.number());
            texts.add(text(line));
        }
        return texts;
    }

    private static List<Line> lines(InputStream in) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(in)) {
            for (Line line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String text(Line line) {
        return line.number() + " " + new String(line.bytes(), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
