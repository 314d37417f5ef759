package io.deskpulse.streaming.reasons.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void usualCharactersAreReadAsComposingReadsThem() {
        for (char c = 1; c < Character.MAX_VALUE; c++) {
            if (!Character.isSurrogate(c)) {
                String composed = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT);
                String both = Letters.plain(c + "e\u0301");

                assertThat(Letters.plain(Character.toString(c)))
                        .as("U+%04x", (int) c)
                        .hasSameSizeAs(composed);
                // An accent makes a text be composed; what stands before it is read the same.
                assertThat(both)
                        .as("U+%04x", (int) c)
                        .endsWith("\u00e9")
                        .startsWith(Letters.plain(Character.toString(c)));
            }
        }
    }

    @Test
    void widthsCapitalsAndTraditionalCharactersMakeNoDifference() {
        assertThat(Letters.plain("ＸＬ 碼，OK`s")).isEqualTo("xl 码,ok's");
    }
}
