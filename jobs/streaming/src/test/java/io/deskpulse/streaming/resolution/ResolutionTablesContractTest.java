package io.deskpulse.streaming.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.RandomContacts;
import io.deskpulse.metrics.resolution.RandomTickets;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.sinks.RowStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the job writes fits the tables' DDL, column by column: RowBinary has no names, so a slip would be read as something else.
 */
class ResolutionTablesContractTest {
    private static final Pattern COLUMN = Pattern.compile("^    `?([a-z_.]+)`? (.+) COMMENT '", Pattern.MULTILINE);

    private record Column(String name, String type) {}

    @Test
    void ticketsFitTheirTable() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (TicketRow row : tickets()) {
            rows.add(new TicketStatement().values(row));
        }

        assertFits(new TicketStatement(), "V010__ticket_facts.sql", rows);
    }

    @Test
    void contactsFitTheirTable() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (ContactRow row : contacts()) {
            rows.add(new ContactStatement().values(row));
        }

        assertFits(new ContactStatement(), "V011__contact_facts.sql", rows);
    }

    private static void assertFits(RowStatement<?> statement, String file, List<Object[]> rows) throws IOException {
        String sql = Files.readString(migrations().resolve(file));
        List<Column> columns = new ArrayList<>();
        for (Matcher column = COLUMN.matcher(sql); column.find(); ) {
            columns.add(new Column(column.group(1), column.group(2)));
        }

        assertThat(sql).contains("CREATE TABLE IF NOT EXISTS deskpulse." + statement.table() + "\n");
        assertThat(rows).isNotEmpty();
        for (Object[] values : rows) {
            assertThat(values).hasSameSizeAs(columns);
            for (int i = 0; i < values.length; i++) {
                assertThat(fits(values[i], columns.get(i).type()))
                        .as("%s = %s", columns.get(i), values[i])
                        .isTrue();
            }
        }
    }

    private static boolean fits(Object value, String type) {
        if (type.startsWith("Nullable(")) {
            return value == null || fits(value, type.substring("Nullable(".length(), type.length() - 1));
        } else if (type.startsWith("LowCardinality(")) {
            return fits(value, type.substring("LowCardinality(".length(), type.length() - 1));
        } else if (type.startsWith("Array(")) {
            String element = type.substring("Array(".length(), type.length() - 1);
            return value instanceof List<?> list && list.stream().allMatch(one -> fits(one, element));
        }
        return switch (type) {
            case "String" -> value instanceof String;
            case "Bool" -> value instanceof Boolean;
            case "Date" -> value instanceof LocalDate;
            case "DateTime64(3, 'UTC')" -> value instanceof Instant;
            case "UInt32" -> value instanceof Integer number && number >= 0;
            case "UInt64" -> value instanceof Long number && number >= 0;
            case "Int64" -> value instanceof Long;
            default -> throw new IllegalArgumentException("a type this test does not know: " + type);
        };
    }

    private static List<TicketRow> tickets() {
        List<TicketRow> rows = new ArrayList<>();
        TicketLogic logic = ResolutionRows.logic(Retention.FOREVER);
        for (int seed = 0; seed < 50; seed++) {
            int version = seed;
            logic.derivation()
                    .derive(RandomTickets.events(seed, 1, 30, 72_000_000), Retention.FOREVER)
                    .forEach(facts -> rows.add(new TicketRow("s1", "t" + version, version, facts)));
        }
        return rows;
    }

    private static List<ContactRow> contacts() {
        List<ContactRow> rows = new ArrayList<>();
        ContactLogic logic = ResolutionRows.contactLogic(Retention.FOREVER);
        for (int seed = 0; seed < 50; seed++) {
            int version = seed;
            logic.derivation()
                    .derive(RandomContacts.events(seed, 1, 12, 72_000_000), Retention.FOREVER)
                    .forEach(facts -> rows.add(new ContactRow("s1", "c" + version, version, facts)));
        }
        return rows;
    }

    private static Path migrations() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("infra/clickhouse/tables"))) {
                return at.resolve("infra/clickhouse/tables");
            }
        }
        throw new IllegalStateException("no infra/clickhouse/tables above the working directory");
    }
}
