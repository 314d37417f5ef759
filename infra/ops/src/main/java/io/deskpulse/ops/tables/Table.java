package io.deskpulse.ops.tables;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of text under named columns.
 *
 * @param columns names; one that ends in {@code >} is aligned to the right, without that sign in its name
 * @param rows as many cells as columns each; null is an empty cell
 */
public record Table(List<String> columns, List<List<String>> rows) {
    private static final String GAP = "  ";

    /** Checks the width of the rows. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row must have " + columns.size() + " cells, got " + row.size() + ": " + row);
            }
        }
    }

    /** For people: aligned columns, a line end after each line, the names first. */
    public String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(names());
        lines.addAll(rows);
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> TextWidth.of(shown(line.get(column))))
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream().map(line -> line(line, widths) + "\n").collect(Collectors.joining());
    }

    /** For programs: comma-separated with a line of names, quoted where RFC 4180 asks for it, lines ended by a line feed. */
    public String csv() {
        StringBuilder text = new StringBuilder(csv(names()));
        rows.forEach(row -> text.append(csv(row)));
        return text.toString();
    }

    /** For programs: an array with an object for each row, every value a text, null of an empty cell. */
    public String json() {
        List<String> names = names();
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (List<String> row : rows) {
            ObjectNode object = array.addObject();
            for (int i = 0; i < names.size(); i++) {
                object.put(names.get(i), row.get(i));
            }
        }
        return array.toPrettyString() + "\n";
    }

    private List<String> names() {
        return columns.stream().map(name -> name.replace(">", "")).toList();
    }

    private String line(List<String> cells, int... widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = shown(cells.get(i));
            String padding = " ".repeat(widths[i] - TextWidth.of(cell));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).endsWith(">") ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    /** Line ends, tabs and other control characters inside a cell would break the columns. */
    private static String shown(String cell) {
        return cell == null ? "" : cell.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ");
    }

    private static String csv(List<String> cells) {
        return cells.stream().map(Table::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        if (cell == null) {
            return "";
        }
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
