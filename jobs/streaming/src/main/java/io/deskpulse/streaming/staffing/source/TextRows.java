package io.deskpulse.streaming.staffing.source;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.deskpulse.streaming.sinks.ClickHouseAddress;
import io.deskpulse.streaming.sinks.ClickHouseClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Results of queries as rows of texts. */
final class TextRows implements AutoCloseable {
    private final Client client;

    TextRows(ClickHouseAddress server) {
        this.client = ClickHouseClient.of(server);
    }

    /** Hands on each row; texts are unescaped. */
    void read(String sql, Consumer<String[]> row) {
        QuerySettings settings = new QuerySettings().setFormat(ClickHouseFormat.TabSeparated);
        try (QueryResponse answer = client.query(sql, settings).join();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(answer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = unescaped(cells[i]);
                }
                row.accept(cells);
            }
        } catch (IOException e) {
            throw new IllegalStateException("reading from ClickHouse failed", e);
        } catch (Exception e) {
            throw e instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("reading from ClickHouse failed", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** Texts as a list of literals in brackets. */
    static String in(List<String> texts) {
        return texts.stream()
                .map(text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String unescaped(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length()) {
                i++;
                c = switch (cell.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case '0' -> '\0';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    default -> cell.charAt(i);
                };
            }
            text.append(c);
        }
        return text.toString();
    }
}
