package io.deskpulse.ops.replay.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a text is that should be JSON Lines and may be something like it, told by its beginning. */
public final class JsonShape {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String ARRAY = "it is a JSON array, not JSON Lines; jq -c '.[]' makes it one event a line";
    private static final String SEVERAL_LINES =
            "it is JSON over several lines, not JSON Lines; jq -c . makes it one event a line";
    private static final String EXAMPLE =
            "expected one JSON object a line, as {\"stream\":\"chat\",\"type\":\"MessageSent\",…}";

    private JsonShape() {}

    /**
     * What is wrong with a text as a whole, or null when single lines may be wrong at most.
     *
     * @param beginning its first lines, whole, without blank ones, each ended by a line feed
     * @param objects whether any line of the text begins as an object does
     */
    public static String problem(String beginning, boolean objects) {
        boolean array = beginning.startsWith("[");
        if (hasValueOverSeveralLines(beginning)) {
            return array ? ARRAY : SEVERAL_LINES;
        }
        if (objects || beginning.isEmpty()) {
            return null;
        }
        if (array) {
            return ARRAY;
        }
        return "is this JSON Lines? It " + likeness(beginning) + "; " + EXAMPLE;
    }

    private static String likeness(String beginning) {
        String first = beginning.substring(0, endOfLine(beginning));
        if (first.startsWith("<")) {
            return "looks like XML or HTML";
        }
        return first.matches(".*[,;\\t|].*") ? "looks like CSV" : "does not begin with '{'";
    }

    /** Whether the first JSON value is an object or array that goes on after its first line. */
    private static boolean hasValueOverSeveralLines(String beginning) {
        if (!beginning.startsWith("{") && !beginning.startsWith("[")) {
            return false;
        }
        int line = 1;
        try (JsonParser parser = JSON.createParser(beginning)) {
            int depth = 0;
            do {
                JsonToken token = parser.nextToken();
                line = parser.currentTokenLocation().getLineNr();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            } while (depth > 0);
        } catch (JsonEOFException e) {
            // The beginning ends within the value: of one line only a bracket alone tells that more were to come.
            return line > 1 || endOfLine(beginning) == 1;
        } catch (JsonProcessingException e) {
            return false; // not JSON: a line that is wrong
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
        return line > 1;
    }

    private static int endOfLine(String beginning) {
        int end = beginning.indexOf('\n');
        return end < 0 ? beginning.length() : end;
    }
}
