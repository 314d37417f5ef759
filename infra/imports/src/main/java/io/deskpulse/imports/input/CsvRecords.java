package io.deskpulse.imports.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a table as objects of texts by the names of its header; commas, semicolons or tabs, as the header has most of. */
public final class CsvRecords {
    private static final int HEADER = 65_536;

    private CsvRecords() {}

    /**
     * Tells every row of a stream in UTF-8, to its end.
     *
     * @throws IOException when the stream fails
     */
    public static void read(String name, InputStream in, RecordSink sink) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, HEADER);
        buffered.mark(HEADER);
        byte delimiter = delimiter(buffered.readNBytes(HEADER / 2));
        buffered.reset();
        CsvReader rows = new CsvReader(buffered, delimiter);
        CsvReader.Row header = rows.next();
        if (header == null || header.cells() == null) {
            sink.unreadable(
                    new Place(name, 1, "$"), header == null ? "expected a header, found nothing" : header.problem());
            return;
        }
        List<String> names = header.cells().stream().map(String::strip).toList();
        for (CsvReader.Row row = rows.next(); row != null; row = rows.next()) {
            Place place = new Place(name, row.line(), "$");
            if (row.cells() == null) {
                sink.unreadable(place, row.problem());
            } else if (row.cells().size() != names.size()) {
                sink.unreadable(
                        place,
                        "expected " + names.size() + " cells as in the header, found "
                                + row.cells().size());
            } else {
                sink.object(object(names, row.cells()), place);
            }
        }
    }

    private static ObjectNode object(List<String> names, List<String> cells) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        for (int i = 0; i < names.size(); i++) {
            object.put(names.get(i), cells.get(i));
        }
        return object;
    }

    private static byte delimiter(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == '\n' && !quoted && i > 0) {
                break;
            }
            int which = quoted ? -1 : ",;\t".indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        int most = counts[1] > counts[0] ? 1 : 0;
        return (byte) ",;\t".charAt(counts[2] > counts[most] ? 2 : most);
    }
}
