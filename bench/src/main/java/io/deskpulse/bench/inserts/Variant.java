package io.deskpulse.bench.inserts;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a copy of a table keeps its closed vocabularies: texts with few values that are neither ids nor accounts. */
enum Variant {
    /** As the product has it. */
    STRING {
        @Override
        String type(String vocabulary) {
            return "String";
        }
    },
    /** A byte each, as a number of a list that the column's type holds. */
    ENUM {
        @Override
        String type(String vocabulary) {
            return "Enum8(" + vocabulary + ")";
        }
    },
    /** A dictionary in each part. */
    LOW_CARDINALITY {
        @Override
        String type(String vocabulary) {
            return "LowCardinality(String)";
        }
    };

    private static final int MOST_VALUES = 20;

    /** A text column of few values. */
    private record Vocabulary(String column, boolean isArray, String values) {
        String modified(Variant variant) {
            String type = variant.type(values);
            return "`" + column + "` " + (isArray ? "Array(" + type + ")" : type);
        }
    }

    abstract String type(String vocabulary);

    /** Creates this variant of a table, empty. */
    void create(ClickHouseHttp clickHouse, String source, String copy) throws IOException {
        clickHouse.query("CREATE TABLE " + copy + " AS " + source);
        if (this != STRING) {
            clickHouse.query("ALTER TABLE " + copy + " "
                    + vocabularies(clickHouse, source).stream()
                            .map(vocabulary -> "MODIFY COLUMN " + vocabulary.modified(this))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static List<Vocabulary> vocabularies(ClickHouseHttp clickHouse, String table) throws IOException {
        String texts = "SELECT name, type FROM system.columns WHERE database = 'deskpulse' AND table = "
                + ClickHouseHttp.literal(table)
                + " AND type IN ('String', 'Array(String)') AND name NOT LIKE '%\\_id' AND name NOT LIKE '%account%'"
                + " AND name NOT LIKE '%agent%' AND name NOT LIKE '%\\_by' AND name NOT LIKE '%example%'";
        List<Vocabulary> found = new ArrayList<>();
        for (String line : lines(clickHouse.query(texts))) {
            String column = line.split("\t")[0];
            boolean isArray = line.endsWith("Array(String)");
            String value = isArray ? "arrayJoin(`" + column + "`)" : "`" + column + "`";
            List<String> values =
                    lines(clickHouse.query("SELECT DISTINCT " + value + " AS value FROM " + table + " ORDER BY value"));
            if (!values.isEmpty() && values.size() <= MOST_VALUES) {
                String listed = Stream.concat(Stream.of(""), values.stream())
                        .distinct()
                        .map(ClickHouseHttp::literal)
                        .collect(Collectors.joining(", "));
                found.add(new Vocabulary(column, isArray, listed));
            }
        }
        return found;
    }

    private static List<String> lines(String answer) {
        return answer.isEmpty() ? List.of() : List.of(answer.stripTrailing().split("\n"));
    }
}
