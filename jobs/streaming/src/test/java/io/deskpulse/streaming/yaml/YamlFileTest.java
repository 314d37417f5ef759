package io.deskpulse.streaming.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    @Test
    void readsEveryKindOfValueAsWritten() {
        List<Object> values = read(
                        """
                text: 08:00:00
                number: 17
                flag: false
                date: 2026-11-11
                zone: Asia/Shanghai
                time: PT4H
                form: "2026-11"
                """,
                        section -> Arrays.<Object>asList(
                                section.required("text").text(),
                                section.required("number").wholeNumber(17, 17),
                                section.required("flag").flag(),
                                section.required("date").date(),
                                section.required("zone").zone(),
                                section.required("time").millis(Duration.ofDays(1)),
                                section.required("form").matching(Pattern.compile("[0-9-]+"), "digits")))
                .value();

        assertThat(values)
                .containsExactly(
                        "08:00:00",
                        17L,
                        false,
                        LocalDate.of(2026, 11, 11),
                        ZoneId.of("Asia/Shanghai"),
                        14_400_000L,
                        "2026-11");
    }

    @Test
    void tellsEveryMistakeAtItsPlace() {
        YamlFile<?> file = read(
                """
                zone: Mars/Base
                number: 18
                flag: "yes"
                choice: red
                time: P2D
                list: [a, [b]]
                zone: UTC
                colour: green
                """,
                section -> Arrays.<Object>asList(
                        section.knowing("zone", "number", "flag", "choice", "time", "list"),
                        section.required("zone").zone(),
                        section.required("number").wholeNumber(1, 17),
                        section.required("flag").flag(),
                        section.required("choice").oneOf(List.of("blue", "black")),
                        section.required("time").millis(Duration.ofDays(1)),
                        section.words("list"),
                        section.required("name").text()));

        assertThat(file.value()).isNull();
        assertThat(file.problems())
                .extracting(YamlProblem::toString)
                .containsExactly(
                        "line 1, column 1: the file needs 'name'",
                        "line 1, column 7: expected an IANA time zone such as Asia/Shanghai, got Mars/Base",
                        "line 2, column 9: expected a whole number from 1 to 17, got 18",
                        "line 3, column 7: expected true or false, got yes",
                        "line 4, column 9: expected one of blue, black, got red",
                        "line 5, column 7: expected an ISO-8601 duration such as PT4H, longer than zero, at most P1D, got P2D",
                        "line 6, column 11: 'list' must be a list of words",
                        "line 7, column 1: the file has the key 'zone' twice",
                        "line 8, column 1: unknown key 'colour' in the file; known are zone, number, flag, choice, time, list");
    }

    @Test
    void whatIsAbsentIsNullAndNoMistake() {
        YamlFile<List<Object>> file = read("text: null\nlist:\n", section -> {
            List<Object> values = new ArrayList<>();
            values.add(section.optional("text").text());
            values.add(section.optional("other").zone());
            values.addAll(section.optional("list").elements());
            values.addAll(section.words("list"));
            return values;
        });

        assertThat(file.problems()).isEmpty();
        assertThat(file.value()).containsExactly(null, null);
    }

    @Test
    void keysKeepTheirOrderAndAWordIsAListOfOne() {
        YamlFile<List<String>> file = read(
                "b: x\na: [y, z]\n",
                section -> section.names().stream()
                        .flatMap(name -> section.optional(name).elements().stream())
                        .map(YamlValue::text)
                        .toList());

        assertThat(file.value()).containsExactly("x", "y", "z");
    }

    @Test
    void jsonMayBeIndentedWithTabs() {
        YamlFile<String> file =
                read("{\n\t\"a\": \"b\"\n}", section -> section.required("a").text());

        assertThat(file.value()).isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "just words, 1, the file must be a mapping of keys to values",
                "- a, 1, the file must be a mapping of keys to values",
                "`[a]: b`, 1, a key of the file must be a word",
                "`a: b\nc: [`, 2, not YAML: ",
                "`a: b\n\tc: d`, 2, not YAML: ",
                "`{\"a\": 1,\n \"b\" 2}`, 2, not JSON: "
            })
    void saysWhereATextIsNoSuchFileAtAll(String text, int line, String message) {
        List<YamlProblem> problems = read(text, YamlSection::names).problems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.text()).startsWith(message);
        });
    }

    private static <T> YamlFile<T> read(String text, Function<YamlSection, T> reader) {
        return YamlFile.read(text, root -> reader.apply(root.section("the file")));
    }
}
