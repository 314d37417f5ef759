package io.deskpulse.imports.input;

import io.deskpulse.schemas.jsonl.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of a table in UTF-8, of cells that may be quoted and then hold anything, line ends included. */
final class CsvReader {
    private static final int LONGEST_ROW = 4_000_000;

    /**
     * A row.
     *
     * @param line physical line in which it begins, from 1
     * @param cells its cells; null when something is wrong with it
     * @param problem what, else null
     */
    record Row(long line, List<String> cells, String problem) {}

    private final InputStream in;
    private final byte delimiter;
    private long line = 1;
    private int pushed = -2;
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream(64);
    private List<String> cells;
    private String problem;
    private int size;

    CsvReader(InputStream in, byte delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    /** The next row that is not blank, or null at the end. */
    Row next() throws IOException {
        while (true) {
            long begins = line;
            int first = take();
            if (first < 0) {
                return null;
            }
            pushed = first;
            cells = new ArrayList<>();
            problem = null;
            size = 0;
            boolean more = true;
            while (more) {
                more = cell();
            }
            boolean blank = problem == null && cells.size() == 1 && cells.get(0).isBlank();
            if (!blank) {
                return new Row(begins, problem == null ? cells : null, problem);
            }
        }
    }

    /** Reads a cell; false when it was the last of its row. */
    private boolean cell() throws IOException {
        cell.reset();
        int next = take();
        if (next == '"') {
            next = quoted();
        }
        while (next != delimiter && next != '\n' && next >= 0) {
            add(next);
            next = take();
        }
        byte[] bytes = cell.toByteArray();
        int length = next != delimiter && bytes.length > 0 && bytes[bytes.length - 1] == '\r'
                ? bytes.length - 1
                : bytes.length;
        String text = Utf8.decode(java.util.Arrays.copyOf(bytes, length));
        if (text == null) {
            problem = "expected UTF-8, found other bytes; --encoding names another encoding, such as GB18030";
        }
        cells.add(text);
        return next == delimiter;
    }

    private int quoted() throws IOException {
        while (true) {
            int next = take();
            if (next < 0) {
                problem = "a quotation mark opens a cell that does not end";
                return next;
            }
            if (next == '"') {
                int after = take();
                if (after != '"') {
                    return after;
                }
            }
            add(next);
        }
    }

    private void add(int value) {
        if (++size > LONGEST_ROW) {
            problem = "expected a row of a usual size, found more than " + LONGEST_ROW / 1_000_000
                    + " MB; a quotation mark may be open";
        } else {
            cell.write(value);
        }
    }

    private int take() throws IOException {
        if (pushed != -2) {
            int again = pushed;
            pushed = -2;
            return again;
        }
        int next = in.read();
        if (next == '\n') {
            line++;
        }
        return next;
    }
}
