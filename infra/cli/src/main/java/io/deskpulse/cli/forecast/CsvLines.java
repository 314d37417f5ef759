package io.deskpulse.cli.forecast;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.replay.text.GzipMembers;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A comma-separated file with a line of names, plain or gzip: its rows by name, and a problem for each line that has none. Where the line of names has no
 * comma, semicolons or tabs separate.
 *
 * <p>Cells may be in double quotes but hold no line ends; a byte order mark and empty lines are passed over; names are compared in lower case.
 */
final class CsvLines {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final Problems problems;
    private final Map<String, String> others;
    private final List<Row> rows = new ArrayList<>();
    private List<String> names;
    private char separator = ',';

    /** A line's cells by name; empty text where the line has none. */
    record Row(int line, Map<String, String> cells) {
        String cell(String name) {
            return cells.getOrDefault(name, "").strip();
        }

        /** The number in a cell; NaN for any other text, such as 12d or 0x1p3, which only Java takes for numbers. */
        double number(String name) {
            String text = cell(name);
            return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        }
    }

    private CsvLines(Problems problems, Map<String, String> others) {
        this.problems = problems;
        this.others = others;
    }

    /**
     * The rows of a file.
     *
     * @param required names that must be there
     * @param others what the same columns are called elsewhere
     * @throws UserError when the file is not there, cannot be read, or lacks a name
     */
    static List<Row> read(Path file, List<String> required, Map<String, String> others, Problems problems) {
        CsvLines lines = new CsvLines(problems, others);
        byte[] bytes = bytes(file);
        int line = 0;
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            lines.line(++line, ByteBuffer.wrap(bytes, start, end - start), required);
            start = end + 1;
        }
        if (lines.names == null) {
            problems.add(1, "is empty; the first line must be " + String.join(",", required));
        }
        return lines.rows;
    }

    private void line(int number, ByteBuffer bytes, List<String> required) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            problems.add(number, "is not text in UTF-8");
            if (names == null) {
                problems.refuse();
            }
            return;
        }
        text = text.replace(BYTE_ORDER_MARK, "").stripTrailing();
        if (text.isEmpty()) {
            return;
        }
        if (names == null && text.indexOf(separator) < 0) {
            separator = text.indexOf(';') >= 0 ? ';' : text.indexOf('\t') >= 0 ? '\t' : separator;
        }
        if (text.chars().filter(c -> c == '"').count() % 2 == 1) {
            problems.add(number, "has a quote that is not closed");
            return;
        }
        List<String> cells = cells(text);
        if (names == null) {
            head(number, cells, required);
        } else if (cells.size() != names.size()) {
            problems.add(number, "has " + cells.size() + " cells instead of " + names.size());
        } else {
            Map<String, String> byName = new TreeMap<>();
            for (int i = 0; i < cells.size(); i++) {
                byName.put(names.get(i), cells.get(i));
            }
            rows.add(new Row(number, byName));
        }
    }

    private void head(int number, List<String> cells, List<String> required) {
        names = cells.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> others.getOrDefault(name, name))
                .toList();
        List<String> missing =
                required.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            problems.add(
                    number,
                    "must name the columns " + String.join(",", required) + "; " + String.join(", ", missing)
                            + " is missing");
            problems.refuse();
        }
        for (String name : required) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                problems.add(number, "has more than one column for " + name);
                problems.refuse();
            }
        }
    }

    private List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean zipped = GzipMembers.isBegunBy(in.readNBytes(2));
            in.reset();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            (zipped ? new GzipMembers(in) : in).transferTo(bytes);
            return bytes.toByteArray();
        } catch (NoSuchFileException e) {
            throw new UserError("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new UserError("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
