package io.deskpulse.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.Chat;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.streaming.deadletters.RejectedEvent;
import io.deskpulse.streaming.deadletters.RejectedEventStatement;
import io.deskpulse.streaming.responsetime.ConversationDay;
import io.deskpulse.streaming.responsetime.ConversationDayStatement;
import io.deskpulse.streaming.sinks.RowStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a statement binds is what the table's DDL declares, column by column: the binary format carries no names, so a column out of
 * place would be written into its neighbour.
 */
class TableContractTest {
    private static final Path MIGRATIONS = Path.of("../../infra/clickhouse");
    private static final Pattern COLUMN = Pattern.compile("^    `?([a-z_.]+)`? ([A-Z].*?) COMMENT ", Pattern.MULTILINE);

    @Test
    void conversationDaysBindEveryColumnOfTheirTable() throws IOException {
        ConversationDay row = new ConversationDay(
                "s1",
                "c1",
                4,
                new Chat()
                        .ask("10:00:00")
                        .says("10:00:20", Sender.BOT_ASSISTED, "a")
                        .reply("10:00:40", "b")
                        .close("11:00:00", "BUYER")
                        .rate("11:01:00", 1, "INVITED")
                        .ask("12:00:00")
                        .days()
                        .get(0));

        assertBinds(new ConversationDayStatement(), row);
    }

    @Test
    void rejectionsBindEveryColumnOfTheirTable() throws IOException {
        RejectedEvent row = new RejectedEvent("topic", 1, 2, 3, "TOO_LATE", "detail", 4, 5, "s1");

        assertBinds(new RejectedEventStatement(), row);
    }

    private static <T> void assertBinds(RowStatement<T> statement, T row) throws IOException {
        List<MatchResult> columns = columns(statement.table());
        Object[] values = statement.values(row);

        assertThat(values).hasSameSizeAs(columns);
        for (int i = 0; i < values.length; i++) {
            String type = columns.get(i).group(2);
            if (values[i] != null || !type.startsWith("Nullable(")) {
                assertThat(values[i]).as(columns.get(i).group(1)).isInstanceOf(javaType(type));
            }
        }
    }

    private static List<MatchResult> columns(String table) throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                String sql = Files.readString(file);
                int start = sql.indexOf("CREATE TABLE IF NOT EXISTS deskpulse." + table + "\n");
                if (start >= 0) {
                    return COLUMN.matcher(sql.substring(start, sql.indexOf("\nENGINE", start)))
                            .results()
                            .toList();
                }
            }
        }
        throw new AssertionError("no migration creates table " + table);
    }

    private static Class<?> javaType(String type) {
        if (type.startsWith("Array(")) {
            return List.class;
        }
        if (type.startsWith("DateTime64") || type.startsWith("Nullable(DateTime64")) {
            return Instant.class;
        }
        if (type.equals("Date")) {
            return LocalDate.class;
        }
        if (type.equals("Bool")) {
            return Boolean.class;
        }
        return type.contains("Int") ? Number.class : String.class;
    }
}
