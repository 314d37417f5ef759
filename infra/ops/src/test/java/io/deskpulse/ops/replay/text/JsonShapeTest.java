package io.deskpulse.ops.replay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonShapeTest {

    /** The last ones are lines that are wrong, in a file that is right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}/",
                "{'a':1}/{'a':2}/",
                "{'a':[1,{}]}/{",
                "{'a/{'a':2}/",
                "{'a':1,/{'a':2}/",
                "id,name/{'a':2}/",
                "[1]/{'a':2}/",
                "[1/{'a':2}/"
            })
    void linesOfObjectsAreJsonLinesWhateverElseIsOnThem(String lines) {
        assertThat(JsonShape.problem(lines(lines), true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[/{'a':1},/{'a':2}/]/", "[/", "[{/'a':1/}/]/", "[/{'a':1},/{'a':"})
    void namesAnArrayOverSeveralLines(String lines) {
        assertThat(JsonShape.problem(lines(lines), true)).contains("it is a JSON array", "jq -c '.[]'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{'a':1},{'a':2}]/", "[]/", "[{'a':1},/", "[{'a':1}]/[{'a':2}]/", "[{'a':1},{'a':"})
    void namesAnArrayInOneLine(String lines) {
        assertThat(JsonShape.problem(lines(lines), false)).contains("it is a JSON array", "jq -c '.[]'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{/  'a':1/}/", "{/", "{/  'a':{/", "{ 'a':1,/'b':2}/{'a':1}/"})
    void namesJsonOverSeveralLines(String lines) {
        assertThat(JsonShape.problem(lines(lines), true)).contains("JSON over several lines", "jq -c .");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "event_id,event_time/e1,1/;looks like CSV",
                "event_id\tevent_time/;looks like CSV",
                "<?xml version='1.0'?>/;looks like XML or HTML",
                "hello/;does not begin with '{'",
                "17/18/;does not begin with '{'"
            })
    void asksWhetherAnythingElseIsJsonLines(String lines, String likeness) {
        assertThat(JsonShape.problem(lines(lines), false))
                .startsWith("is this JSON Lines? It " + likeness)
                .contains("expected one JSON object a line");
    }

    private static String lines(String text) {
        return text.replace('/', '\n').replace('\'', '"');
    }
}
