package io.deskpulse.streaming.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/** What a migration says about a table, and whether the values of a row fit: RowBinary has no names, only an order of types. */
public final class TableContract {
    private static final Path MIGRATIONS = Path.of("..", "..", "infra", "clickhouse", "tables");
    private static final Pattern COLUMN = Pattern.compile("^ {4}`?([a-z_.0-9]+)`? (.+?) COMMENT '.*,?$");
    private static final Pattern ADDED =
            Pattern.compile("^ {4}ADD COLUMN IF NOT EXISTS `?([a-z_.0-9]+)`? (.+?) COMMENT '.*;$", Pattern.MULTILINE);

    private record Column(String name, String type) {}

    private final String table;
    private final List<Column> columns = new ArrayList<>();

    private TableContract(String table) {
        this.table = table;
    }

    /** Reads the one table of a migration, and what later ones add to it; fails when it makes another. */
    public static TableContract of(String migration, String table) throws IOException {
        String sql = Files.readString(MIGRATIONS.resolve(migration));
        assertThat(sql).contains("CREATE TABLE IF NOT EXISTS deskpulse." + table + "\n");
        TableContract contract = new TableContract(table);
        int definitions = 0;
        for (String line :
                sql.substring(sql.indexOf("\n(\n"), sql.indexOf("\n)\n")).split("\n")) {
            Matcher column = COLUMN.matcher(line);
            definitions += line.startsWith("    ") && !line.startsWith("    INDEX ") ? 1 : 0;
            if (column.matches()) {
                contract.columns.add(new Column(column.group(1), column.group(2)));
            }
        }
        assertThat(contract.columns)
                .as("columns of " + table + ", each with a comment")
                .hasSize(definitions);
        contract.addLaterColumns();
        return contract;
    }

    /** Columns that later migrations add at the end, one a statement. */
    private void addLaterColumns() throws IOException {
        try (Stream<Path> migrations = Files.list(MIGRATIONS)) {
            for (Path migration : migrations.sorted().toList()) {
                for (String statement : Files.readString(migration).split("\n\n")) {
                    int alteration = statement.indexOf("ALTER TABLE deskpulse." + table + "\n");
                    if (alteration >= 0) {
                        Matcher column = ADDED.matcher(statement.substring(alteration));
                        assertThat(column.find())
                                .as("a column added by " + migration)
                                .isTrue();
                        columns.add(new Column(column.group(1), column.group(2)));
                    }
                }
            }
        }
    }

    /** Whether the values are one for each column, in its type. */
    public <T> void assertFits(RowStatement<T> statement, T row) {
        Object[] values = statement.values(row);
        assertThat(statement.table()).isEqualTo(table);
        assertThat(values).as("values for " + table).hasSize(columns.size());
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            all.assertThat(fits(column.type(), values[i]))
                    .as("%s %s takes %s", column.name(), column.type(), values[i])
                    .isTrue();
        }
        all.assertAll();
    }

    private static boolean fits(String type, Object value) {
        if (type.startsWith("Nullable(")) {
            return value == null || fits(inner(type), value);
        }
        if (type.startsWith("LowCardinality(")) {
            return fits(inner(type), value);
        }
        if (type.startsWith("Array(")) {
            return value instanceof List<?> list && list.stream().allMatch(element -> fits(inner(type), element));
        }
        if (type.startsWith("DateTime64(3, 'UTC')")) {
            return value instanceof Instant;
        }
        return switch (type) {
            case "String" -> value instanceof String;
            case "Date" -> value instanceof LocalDate;
            case "Bool" -> value instanceof Boolean;
            case "UInt64", "Int64" -> value instanceof Long;
            case "UInt32", "Int32", "Int8" -> value instanceof Integer;
            default -> throw new AssertionError("this test does not know the type " + type);
        };
    }

    private static String inner(String type) {
        return type.substring(type.indexOf('(') + 1, type.lastIndexOf(')'));
    }
}
