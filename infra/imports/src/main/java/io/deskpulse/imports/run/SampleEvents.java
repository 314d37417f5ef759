package io.deskpulse.imports.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.input.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The first ten events, for a dry run: without buyers and texts, since a terminal keeps what it shows. */
public final class SampleEvents implements Consumer<String> {
    private static final int MOST = 10;

    private final List<String> lines = new ArrayList<>();

    @Override
    public void accept(String line) {
        if (lines.size() < MOST) {
            ObjectNode event = (ObjectNode) Json.parse(line);
            event.put("buyer_id", "…");
            if (event.has("text")) {
                event.put("text", "…");
            }
            lines.add(event.toString());
        }
    }

    /** The events, a line each. */
    public List<String> lines() {
        return lines;
    }
}
