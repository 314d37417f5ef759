package io.deskpulse.schemas.jsonl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.RejectionReason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * JSON Lines to events: one object a line, header and body fields flat, {@code stream} naming the topic and {@code type} the
 * body; names are those of the schema.
 *
 * <p>Instants are ISO-8601 with offset or epoch milliseconds. Optional fields may be absent or null; a field the type does
 * not have is an error unless it is null. Never throws on a bad line, and never repeats what {@code text}, {@code buyer_id} or any
 * other string field holds. Immutable; safe for use by several threads.
 */
public final class JsonLinesReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private static final String SKIPPED = " \t\r\n\uFEFF";

    private final Map<String, Map<String, LineLayout>> layouts = new LinkedHashMap<>();

    /** A reader of all streams. */
    public JsonLinesReader() {
        for (EventStream stream : EventStream.values()) {
            layouts.put(stream.jsonName(), LineLayout.of(stream));
        }
    }

    /**
     * The event of a line, or what is wrong with it; a blank line is no event.
     *
     * @param lineNumber number of the line in its file, from 1
     * @param line one line, with or without its end
     */
    public ParsedLine read(long lineNumber, String line) {
        try {
            return read(lineNumber, object(line));
        } catch (RejectedEventException e) {
            return new ParsedLine.Failure(lineNumber, e.rejection());
        }
    }

    /**
     * The event of a line in UTF-8, or what is wrong with it; bytes that are not UTF-8 are.
     *
     * @param lineNumber number of the line in its file, from 1
     * @param line one line, with or without its end
     */
    public ParsedLine read(long lineNumber, byte[] line) {
        // Jackson would guess the encoding of each line anew, and read some lines of a file in another one.
        String text = Utf8.decode(line);
        return text == null ? new ParsedLine.Failure(lineNumber, notUtf8(line)) : read(lineNumber, text);
    }

    private ParsedLine read(long lineNumber, JsonNode line) throws RejectedEventException {
        Map<String, LineLayout> types = chosen(layouts, LineLayout.STREAM, line);
        LineLayout layout = chosen(types, LineLayout.TYPE, line);
        SpecificRecord event = layout.read(line);
        Rejection rejection = EventValidity.check(event);
        return rejection == null
                ? new ParsedLine.Event(layout.stream(), event)
                : new ParsedLine.Failure(lineNumber, rejection);
    }

    private static JsonNode object(String line) throws RejectedEventException {
        int start = start(line);
        if (start == line.length()) {
            throw malformed("expected one JSON object");
        }
        if (line.indexOf('\0') >= 0) {
            throw malformed("expected one JSON object in UTF-8, but the line holds zero bytes, as UTF-16 does");
        }
        if (line.charAt(start) != '{') {
            throw malformed("expected one JSON object, but the line does not begin with '{': is this JSON Lines?");
        }
        try {
            return JSON.readTree(start == 0 ? line : line.substring(start));
        } catch (JsonEOFException e) {
            throw malformed("expected one JSON object, but the line ends too early");
        } catch (JsonProcessingException e) {
            // Jackson's own words would quote the line, which may be personal.
            String column = e.getLocation() == null
                    ? ""
                    : ", stopped at column " + (start + e.getLocation().getColumnNr());
            throw malformed("expected one JSON object with each field once and nothing after it" + column);
        }
    }

    /** Where the text of a line begins: after blanks, and after the mark with which some programs begin a file. */
    private static int start(String line) {
        int start = 0;
        while (start < line.length() && SKIPPED.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    private static Rejection notUtf8(byte[] line) {
        String encoding = ForeignEncoding.of(line);
        return Rejection.of(
                RejectionReason.MALFORMED_LINE,
                "expected one JSON object in UTF-8, but byte " + (Utf8.firstBad(line) + 1) + " is not UTF-8"
                        + (encoding == null ? "" : "; looks like " + encoding));
    }

    private static <T> T chosen(Map<String, T> choices, String field, JsonNode line) throws RejectedEventException {
        JsonNode name = line.get(field);
        if (name == null || name.isNull()) {
            String problem = "required: one of " + String.join(", ", choices.keySet());
            throw new RejectedEventException(Rejection.missing(field, problem));
        }
        T choice = name.isTextual() ? choices.get(name.textValue()) : null;
        if (choice == null) {
            throw Found.insteadOfOneOf(choices.keySet(), field, name);
        }
        return choice;
    }

    private static RejectedEventException malformed(String problem) {
        return new RejectedEventException(Rejection.of(RejectionReason.MALFORMED_LINE, problem));
    }
}
