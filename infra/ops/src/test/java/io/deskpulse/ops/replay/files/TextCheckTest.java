package io.deskpulse.ops.replay.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.replay.text.WideEncoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCheckTest {
    private static final byte[] ASCII = said("hello").getBytes(StandardCharsets.UTF_8);
    private static final byte[] CHINESE = said("在吗").getBytes(StandardCharsets.UTF_8);
    private static final byte[] GBK = said("您好，有货吗").getBytes(Charset.forName("GBK"));
    private static final byte[] DAMAGED = {'{', (byte) 0xff, '}'};

    private final TextCheck check = new TextCheck(null);
    private long number;

    @Test
    void countsTheLinesThatAreNotBlank() {
        add(ASCII, 2);
        add(" ".getBytes(StandardCharsets.UTF_8), 3);
        add(CHINESE, 1);

        assertThat(check.lines()).isEqualTo(3);
        assertThat(check.problem()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"GBK, 您好，有货吗, GBK", "GB18030, 您好\uD83D\uDE00, GB18030", "ISO-8859-1, ça va, Windows-1252"})
    void aFileInAnotherEncodingIsRefusedWithItsNameAndTheFirstPlace(String charset, String text, String name) {
        add(ASCII, 1);
        add(said(text).getBytes(Charset.forName(charset)), 1);

        assertThat(check.problem())
                .isEqualTo("it is not UTF-8, first in line 2 at byte 10; looks like " + name
                        + ": convert it with iconv -f " + name + " -t UTF-8");
    }

    @Test
    void whateverTheEncodingIsManyBadLinesAreOne() {
        add(ASCII, 198);
        add(DAMAGED, 2);

        assertThat(check.problem())
                .isEqualTo("it is not UTF-8, first in line 199 at byte 2; convert it with iconv -f ENCODING -t UTF-8");
    }

    @Test
    void aDamagedLineHereAndThereIsItsOwnMatter() {
        add(ASCII, 1);
        add(DAMAGED, 1);
        assertThat(check.problem()).isNull();

        add(ASCII, 199);
        add(DAMAGED, 1);
        assertThat(check.problem()).isNull();
    }

    @Test
    void aForeignLineAmongAsManyOfUtf8IsItsOwnMatter() {
        add(CHINESE, 2);
        add(GBK, 2);
        assertThat(check.problem()).isNull();

        add(GBK, 1);
        assertThat(check.problem()).contains("looks like GBK");
    }

    /** "Thanks" in GBK is valid UTF-8 by accident: two Cyrillic letters. */
    @Test
    void chineseThatHappensToBeUtf8SpeaksForNothing() {
        add(GBK, 1);
        add(said("谢谢").getBytes(Charset.forName("GBK")), 5);

        assertThat(check.problem()).contains("first in line 1 ", "looks like GBK");
    }

    @Test
    void accentsInUtf8SpeakForIt() {
        add(said("ça va").getBytes(StandardCharsets.UTF_8), 1);
        add(said("ça va").getBytes(StandardCharsets.ISO_8859_1), 1);
        assertThat(check.problem()).isNull();

        add(said("ça va").getBytes(StandardCharsets.ISO_8859_1), 1);
        assertThat(check.problem()).contains("first in line 2 ", "looks like Windows-1252");
    }

    @Test
    void ofAForeignLineAloneNothingCouldBeReadInPart() {
        add(GBK, 1);

        assertThat(check.problem()).isNull();
    }

    @Test
    void aLineThatIsCutSaysNothingAboutTheEncoding() {
        add(ASCII, 1);
        check.add(new Line(2, GBK, true));

        assertThat(check.problem()).isNull();
    }

    @Test
    void utf16BehindUtf8IsNotReadInPart() {
        add(ASCII, 3);
        add(said("hello").getBytes(StandardCharsets.UTF_16LE), 1);

        assertThat(check.problem()).isEqualTo("from line 4 on it is UTF-16, and UTF-8 before; make it one of them");
    }

    @Test
    void otherThingsBehindUtf16AreNotReadInPart() {
        TextCheck wide = new TextCheck(new WideEncoding("UTF-16", 2, false, 2));
        wide.add(new Line(1, ASCII, false));
        wide.add(new Line(2, "≻≳牴慥≭".getBytes(StandardCharsets.UTF_8), false));

        assertThat(wide.problem()).isEqualTo("it begins as UTF-16, but line 2 is no JSON in it; make it one encoding");
    }

    @Test
    void zeroBytesWithWhichACrashFillsAFileAreALineThatIsWrong() {
        add(ASCII, 1);
        add(new byte[4096], 1);

        assertThat(check.problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "id,name", "{\n"})
    void whatIsNoJsonLinesIsRefused(String text) {
        text.lines().forEach(line -> add(line.getBytes(StandardCharsets.UTF_8), 1));

        assertThat(check.problem()).contains("JSON");
    }

    private void add(byte[] line, int times) {
        for (int i = 0; i < times; i++) {
            number++;
            check.add(new Line(number, line, false));
        }
    }

    private static String said(String text) {
        return "{\"text\":\"" + text + "\"}";
    }
}
