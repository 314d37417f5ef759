package io.deskpulse.schemas.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GBK          | 在吗",
                "GBK          | 您好，这个枕头还有货吗？",
                "GBK          | 收到两件，鑫鑫说少了一件",
                "GB18030      | 在吗\uD83D\uDE00谢谢",
                "Windows-1252 | ça va",
                "Windows-1252 | Größe und Maße",
                "Windows-1252 | it’s “fine” – 5 €",
                "Windows-1252 | ¿Dónde está mi pedido? 20 °C, £5"
            })
    void namesTheEncodingOfAText(String charset, String text) {
        assertThat(ForeignEncoding.of(("{\"text\":\"" + text + "\"}").getBytes(Charset.forName(charset))))
                .isEqualTo(charset);
    }

    /** A byte of ones, continuation bytes alone, a cut Chinese character, Chinese as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"61ff62", "808182", "61e59c22"})
    void saysNothingOfBytesThatLookLikeNoText(String hex) {
        assertThat(ForeignEncoding.of(HexFormat.of().parseHex(hex))).isNull();
    }

    @Test
    void saysNothingOfAsciiAndOfUtf8() {
        assertThat(ForeignEncoding.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .isNull();
        assertThat(ForeignEncoding.of("在吗，谢谢".getBytes(StandardCharsets.UTF_8))).isNull();
    }
}
