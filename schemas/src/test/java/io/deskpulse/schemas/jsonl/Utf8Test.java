package io.deskpulse.schemas.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "在吗", "\uD83D\uDE00", "\uFEFF\uFFFD\u0000"})
    void decodesWhatIsUtf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.decode(bytes)).isEqualTo(text);
        assertThat(Utf8.firstBad(bytes)).isEqualTo(-1);
    }

    /** A stray byte, a cut and an overlong sequence, half a surrogate pair, a code point beyond the last one. */
    @ParameterizedTest
    @CsvSource({"61ff62, 1", "6180, 1", "e59c, 0", "61e59c22, 1", "c0af, 0", "61eda0bd, 1", "f4908080, 0"})
    void saysWhereBytesAreNot(String hex, int offset) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(Utf8.decode(bytes)).isNull();
        assertThat(Utf8.firstBad(bytes)).isEqualTo(offset);
    }

    @Test
    void aSignForALostCharacterBeforeABadByteDoesNotHideIt() {
        assertThat(Utf8.decode(HexFormat.of().parseHex("efbfbdff"))).isNull();
    }
}
