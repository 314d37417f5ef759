package io.deskpulse.ops.replay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    private static final String TEXT = "{\"text\":\"在吗 é \uD83D\uDE00\"}\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void passesUtf8OnAsItIs(String mark) throws IOException {
        byte[] bytes = (mark + TEXT).getBytes(StandardCharsets.UTF_8);

        assertThat(read(bytes)).isEqualTo(bytes);
        assertThat(read(gzip(bytes))).isEqualTo(bytes);
        assertThat(PlainText.of(new ByteArrayInputStream(bytes)).wide()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void makesUtf8OfWideEncodingsWithAMarkOrWithout(String name) throws IOException {
        Charset charset = Charset.forName(name);
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);

        assertThat(read(TEXT.getBytes(charset))).isEqualTo(bytes);
        assertThat(read(("\uFEFF" + TEXT).getBytes(charset))).isEqualTo(bytes);
        assertThat(read(gzip(("\uFEFF" + TEXT).getBytes(charset)))).isEqualTo(bytes);
        assertThat(PlainText.of(new ByteArrayInputStream(TEXT.getBytes(charset)))
                        .wide()
                        .name())
                .isEqualTo(name.substring(0, 6));
    }

    @Test
    void readsWideTextsOfAnyLength() throws IOException {
        // Pairs lie across the borders of any buffer, whose sizes are even.
        String text = "{" + "\uD83D\uDE00".repeat(50_000) + "}";

        assertThat(new String(read(text.getBytes(StandardCharsets.UTF_16LE)), StandardCharsets.UTF_8).equals(text))
                .isTrue();
    }

    @Test
    void halfACharacterInAWideTextBecomesItsEscape() throws IOException {
        byte[] units = HexFormat.of().parseHex("7b0022003dd8" + "3dd800de" + "00de" + "3dd8" + "7d00" + "3dd8");

        assertThat(new String(read(units), StandardCharsets.UTF_8))
                .isEqualTo("{\"\\ud83d\uD83D\uDE00\\ude00\\ud83d}\\ud83d");
    }

    @Test
    void aWideTextThatEndsWithinACharacterIsCut() {
        byte[] whole = TEXT.getBytes(StandardCharsets.UTF_16LE);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(EOFException.class)
                .hasMessage("the UTF-16 text ends within a character");
    }

    @Test
    void aNumberThatIsNoCharacterIsNoUtf32() {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex("0000007b00110000")))
                .hasMessage("it begins as UTF-32, but holds what is no character of it");
    }

    @ParameterizedTest
    @CsvSource({
        "425a6839314159, it is a bzip2 file; unpack it first",
        "fd377a585a000004, it is an xz file; unpack it first",
        "28b52ffd2400, it is a zstd file; unpack it first",
        "504b030414000600, 'it is a zip archive, as Excel''s workbooks are, too; unpack it first, or export its events as JSON Lines'",
        "d0cf11e0a1b11ae100, it is an old Excel workbook or another file of Microsoft Office; export its events as JSON Lines",
        "5041523115041500, it is a Parquet file; export its events as JSON Lines",
        "4f626a0104166176, it is an Avro file; export its events as JSON Lines"
    })
    void namesWhatIsNoText(String hex, String problem) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex))).hasMessage(problem);
        assertThatThrownBy(() -> read(gzip(HexFormat.of().parseHex(hex)))).hasMessage(problem);
    }

    @Test
    void namesGzipInsideOfGzipAndTar() throws IOException {
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);

        assertThatThrownBy(() -> read(gzip(gzip(new byte[] {'a'})))).hasMessageContaining("gzip inside of gzip");
        assertThatThrownBy(() -> read(tar)).hasMessageContaining("tar archive");
        assertThatThrownBy(() -> read(gzip(tar))).hasMessageContaining("tar archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{}\n", "1", "[1"})
    void shortTextsAreText(String text) throws IOException {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).asString().isEqualTo(text);
    }

    private static byte[] read(byte[] file) throws IOException {
        try (InputStream in = PlainText.of(new ByteArrayInputStream(file)).in()) {
            return in.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
