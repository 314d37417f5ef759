package io.deskpulse.demo.dashboards;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a query returned, as text.
 *
 * @param columns names
 * @param types ClickHouse's
 * @param rows as many values as columns each; null where ClickHouse says NULL
 */
record Result(List<String> columns, List<String> types, List<List<String>> rows) {
    static Result of(ClickHouseHttp clickHouse, String sql) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        clickHouse.copy(sql, "TabSeparatedWithNamesAndTypes", text);
        List<List<String>> lines = new ArrayList<>();
        text.toString(StandardCharsets.UTF_8).lines().forEach(line -> lines.add(values(line)));
        return new Result(lines.get(0), lines.get(1), List.copyOf(lines.subList(2, lines.size())));
    }

    private static List<String> values(String line) {
        List<String> values = new ArrayList<>(Arrays.asList(line.split("\t", -1)));
        values.replaceAll(value -> value.equals("\\N") ? null : value);
        return Collections.unmodifiableList(values);
    }

    /** The values of a column, in the order of the rows. */
    List<String> column(String name) {
        int index = columns.indexOf(name);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** The values of the first column. */
    List<String> first() {
        return column(columns.get(0));
    }

    /** Whether there is a number, a name or a time in it at all. */
    boolean isEmpty() {
        return rows.stream().allMatch(row -> row.stream().allMatch(value -> value == null || value.isEmpty()));
    }
}
