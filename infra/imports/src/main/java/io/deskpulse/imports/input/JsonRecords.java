package io.deskpulse.imports.input;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Objects of a text in JSON: lines, one document, an array, pages with their envelopes, several of them joined, pretty-printed or not.
 *
 * <p>The elements of an array, and of a long list that an envelope names, are told one by one, so that a file may be larger than the
 * memory. A document that is broken is told with its line, and reading goes on behind that line as far as it is known what belongs to it.
 */
public final class JsonRecords {
    private static final int LONG_LIST = 2_000;

    private final Set<String> lists;
    private final Set<String> around = new HashSet<>();
    private boolean told;
    private String file;
    private long first;

    /**
     * A reader.
     *
     * @param lists paths of the lists that envelopes hold, such as {@code data.payload}
     */
    public JsonRecords(Set<String> lists) {
        this.lists = lists;
        for (String list : lists) {
            for (int dot = list.indexOf('.'); dot > 0; dot = list.indexOf('.', dot + 1)) {
                around.add(list.substring(0, dot));
            }
        }
    }

    /**
     * Tells every object of a stream in UTF-8, to its end.
     *
     * @throws IOException when the stream fails
     */
    public void read(String name, InputStream in, RecordSink sink) throws IOException {
        file = name;
        LineFeed feed = new LineFeed(in);
        while (feed.peek() >= 0) {
            feed.begin();
            first = feed.line();
            told = false;
            try (JsonParser parser = Json.MAPPER.createParser(feed)) {
                parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
                parser.nextToken();
                value(parser, "$", sink);
                ByteArrayOutputStream rest = new ByteArrayOutputStream();
                parser.releaseBuffered(rest);
                feed.unread(rest.toByteArray());
            } catch (JsonProcessingException e) {
                sink.unreadable(new Place(name, first, "$"), problem(e));
                boolean more = feed.line() > first;
                if ((more && told) || !feed.backToSecondLine()) {
                    sink.unreadable(
                            new Place(name, feed.line(), "$"),
                            "what follows in this file cannot be told apart any more");
                    return;
                }
            }
        }
    }

    private void value(JsonParser parser, String pointer, RecordSink sink) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            ObjectNode object = object(parser, "", pointer, sink);
            if (object != null) {
                told = true;
                sink.object(object, place(parser, pointer));
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            int index = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, pointer + "[" + index++ + "]", sink);
            }
        } else {
            parser.finishToken(); // else what is left of a text would be read as something of its own
            sink.unreadable(place(parser, pointer), "expected an object, found " + kind(parser.currentToken()));
        }
    }

    /** The object, or null when it was an envelope whose list has been told already. */
    private ObjectNode object(JsonParser parser, String path, String pointer, RecordSink sink) throws IOException {
        ObjectNode object = Json.MAPPER.createObjectNode();
        boolean streamed = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String inner = path.isEmpty() ? name : path + "." + name;
            JsonToken token = parser.nextToken();
            JsonNode value;
            if (token == JsonToken.START_ARRAY && lists.contains(inner)) {
                value = list(parser, pointer + "." + name, sink);
            } else if (token == JsonToken.START_OBJECT && around.contains(inner)) {
                value = object(parser, inner, pointer + "." + name, sink);
            } else {
                value = parser.readValueAsTree();
            }
            streamed |= value == null;
            if (value != null) {
                object.set(name, value);
            }
        }
        return streamed ? null : object;
    }

    /** The list, or null when it was too long to be kept and its elements have been told. */
    private ArrayNode list(JsonParser parser, String pointer, RecordSink sink) throws IOException {
        ArrayNode kept = Json.MAPPER.createArrayNode();
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (index == LONG_LIST) {
                for (int i = 0; i < kept.size(); i++) {
                    tell(kept.get(i), place(parser, pointer + "[" + i + "]"), sink);
                }
                kept = null;
            }
            JsonNode element = parser.readValueAsTree();
            if (kept == null) {
                tell(element, place(parser, pointer + "[" + index + "]"), sink);
            } else {
                kept.add(element);
            }
            index++;
        }
        return kept;
    }

    private void tell(JsonNode element, Place place, RecordSink sink) {
        told = true;
        if (element instanceof ObjectNode object) {
            sink.object(object, place);
        } else {
            sink.unreadable(
                    place,
                    "expected an object, found " + element.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private Place place(JsonParser parser, String pointer) {
        long line =
                pointer.equals("$") ? first : first + parser.currentLocation().getLineNr() - 1;
        return new Place(file, line, pointer);
    }

    private static String kind(JsonToken token) {
        return token == null
                ? "nothing"
                : switch (token) {
                    case VALUE_STRING -> "a text";
                    case VALUE_TRUE, VALUE_FALSE -> "true or false";
                    case VALUE_NULL -> "null";
                    default -> "a number";
                };
    }

    /** In own words: Jackson's quote the input, which may be personal. */
    private static String problem(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "expected JSON of a usual size, found nesting, a text or a number beyond every bound";
        }
        if (e instanceof JsonEOFException) {
            return "expected a whole JSON document, but it ends too early";
        }
        String said = String.valueOf(e.getOriginalMessage());
        if (e instanceof JsonParseException && said.contains("UTF-8")) {
            return "expected UTF-8, found other bytes; --encoding names another encoding, such as GB18030";
        }
        return "expected JSON, stopped in column "
                + (e.getLocation() == null ? "1" : e.getLocation().getColumnNr());
    }
}
