package io.deskpulse.dashboards.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
    private static final Map<String, List<String>> VALUES = Map.of(
            "one", List.of("o'clock"),
            "two", List.of("a b", "c\"d"),
            "none", List.of(),
            "all", List.of("$__all"),
            "dollar", List.of("$1\\"),
            "at", List.of("1594671549254"));

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '^',
            value = {
                "${one:singlequote} => 'o\\'clock'",
                "${two:singlequote} => 'a b','c\"d'",
                "${one:sqlstring} => 'o''clock'",
                "${two:sqlstring} => 'a b','c\\\"d'",
                "${two:doublequote} => \"a b\",\"c\\\"d\"",
                "${one:raw} => o'clock",
                "${two:raw} => a b,c\"d",
                "${two:csv} => a b,c\"d",
                "${two:pipe} => a b|c\"d",
                "${two:json} => [\"a b\",\"c\\\"d\"]",
                "${two:regex} => (a b|c\"d)",
                "${two:glob} => {a b,c\"d}",
                "${one:glob} => o'clock",
                "${two:text} => a b + c\"d",
                "${two:queryparam} => var-two=a%20b&var-two=c%22d",
                "${one:percentencode} => o%27clock",
                "${two:percentencode} => %7Ba%20b%2Cc%22d%7D",
                "${at:date:seconds} => 1594671549",
                "${at:date} => 2020-07-13T20:19:09.254Z",
                "${at:date:iso} => 2020-07-13T20:19:09.254Z",
                "${at:date:YYYY-MM} => 2020-07",
                "$one, ${one} and [[one]] => o'clock, o'clock and o'clock",
                "$two => 'a b','c\"d'",
                "[[one:sqlstring]] => 'o''clock'",
                "${dollar:raw} => $1\\",
                "IN (${none:singlequote}) => IN ()",
                "$__timeFilter(a) => $__timeFilter(a)",
            })
    void formatsAsGrafanaDoes(String placeholder, String text) {
        assertThat(replaced(placeholder)).isEqualTo(text);
    }

    @Test
    void refusesUnknownVariablesAndFormats() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replaced("$nobody"))
                .withMessageContaining("nobody");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replaced("${one:sql}"))
                .withMessageContaining("sql");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replaced("${__from}"))
                .withMessageContaining("__from");
    }

    @Test
    void refusesToListAllOptions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replaced("IN (${all:singlequote})"))
                .withMessage("variable all is all: put it into $__conditionalAll");
    }

    private static String replaced(String sql) {
        return Placeholders.replace(sql, name -> {
            if (!VALUES.containsKey(name)) {
                throw new IllegalArgumentException("unknown variable or macro $" + name);
            }
            return VALUES.get(name);
        });
    }
}
