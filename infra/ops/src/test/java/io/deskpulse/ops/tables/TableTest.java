package io.deskpulse.ops.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsColumnsForPeople() {
        Table table = new Table(
                List.of("name", "count>", "note"),
                List.of(Arrays.asList("小美", "7", null), List.of("anna-maria", "1,204", "on\ttwo\nlines")));

        assertThat(table.text()).isEqualTo("""
                        name        count  note
                        小美            7
                        anna-maria  1,204  on two lines
                        """);
    }

    @Test
    void alignsWhatTerminalsDrawWideOrNotAtAll() {
        Table table = new Table(
                List.of("name", "count>"),
                Stream.of(
                                "ｺｰﾋｰ",
                                "コーヒー",
                                "Ｄｅｓｋ",
                                "한국",
                                "cafe\u0301",
                                "👩‍👩‍👧‍👦",
                                "❤️ ❤",
                                "👍🏽",
                                "🇨🇳",
                                "a\u200bb\u0085")
                        .map(name -> List.of(name, "1"))
                        .toList());

        assertThat(table.text()).isEqualTo("""
                        name      count
                        ｺｰﾋｰ          1
                        コーヒー      1
                        Ｄｅｓｋ      1
                        한국          1
                        cafe\u0301          1
                        👩‍👩‍👧‍👦            1
                        ❤️ ❤          1
                        👍🏽            1
                        🇨🇳            1
                        a\u200bb            1
                        """);
    }

    @Test
    void quotesWhatCsvAsksFor() {
        Table table = new Table(
                List.of("name", "count>"), List.of(Arrays.asList("a,b", null), List.of("say \"hi\"\nthere", "1")));

        assertThat(table.csv()).isEqualTo("name,count\n\"a,b\",\n\"say \"\"hi\"\"\nthere\",1\n");
    }

    @Test
    void namesItsCellsForPrograms() {
        Table table = new Table(List.of("name", "count>"), List.of(Arrays.asList("小\"美", null)));

        assertThat(table.json()).isEqualTo("""
                        [ {
                          "name" : "小\\"美",
                          "count" : null
                        } ]
                        """);
    }

    @Test
    void isItsHeadAloneWhenThereIsNothing() {
        Table table = new Table(List.of("a", "b"), List.of());

        assertThat(table.text()).isEqualTo("a  b\n");
        assertThat(table.csv()).isEqualTo("a,b\n");
        assertThat(table.json()).isEqualTo("[ ]\n");
    }

    @Test
    void refusesRowsOfAnotherWidth() {
        assertThatThrownBy(() -> new Table(List.of("a", "b"), List.of(List.of("1"))))
                .hasMessage("a row must have 2 cells, got 1: [1]");
    }
}
