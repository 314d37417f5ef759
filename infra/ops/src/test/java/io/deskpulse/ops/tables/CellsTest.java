package io.deskpulse.ops.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0              | 0.0 s",
                "597049         | 597.0 s",
                "3599949        | '3,599.9 s'",
                "3599950        | 1 h 0 min",
                "4768800        | 1 h 19 min",
                "86369999       | 23 h 59 min",
                "86370000       | 1 d 0 h",
                "1264599000     | 14 d 15 h",
                "86400000000000 | '1,000,000 d 0 h'",
            })
    void tellsADurationInTwoUnits(double millis, String text) {
        assertThat(Cells.duration(millis)).isEqualTo(text);
    }

    @Test
    void tellsThatThereIsNoDuration() {
        assertThat(Cells.duration(null)).isEqualTo("-");
    }

    @Test
    void tellsAShareWithItsCounts() {
        assertThat(Cells.share(81, 601)).isEqualTo("81 of 601,  13.5 %");
        assertThat(Cells.share(1_204, 1_204)).isEqualTo("1,204 of 1,204, 100.0 %");
        assertThat(Cells.share(0, 0)).isEqualTo("-");
    }

    @Test
    void tellsMoneyToTheMinorUnit() {
        assertThat(Cells.money(123_450, 2)).isEqualTo("1,234.50");
        assertThat(Cells.money(123_450, 0)).isEqualTo("123,450");
        assertThat(Cells.money(123_450, 3)).isEqualTo("123.450");
        assertThat(Cells.money(-5, 2)).isEqualTo("-0.05");
        assertThat(Cells.money(Long.MAX_VALUE, 2)).isEqualTo("92,233,720,368,547,758.07");
    }

    @ParameterizedTest
    @CsvSource({
        "amazonhelp, amazonhelp",
        "chipotletweets, chipotlet…",
        "旗舰店一二, 旗舰店一二",
        "旗舰店一二三, 旗舰店一…",
        "1234567👩‍👩‍👧‍👦ab, 1234567👩‍👩‍👧‍👦…"
    })
    void cutsANameBetweenLettersToTheColumnsItMayTake(String name, String cut) {
        assertThat(Cells.name(name, 10)).isEqualTo(cut);
    }
}
