package io.deskpulse.imports.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;

/** A function of a mapping, by name. */
record OwnFunction(String name, int least, int most, Body body) implements Function {
    /** What it does. */
    @FunctionalInterface
    interface Body {
        JsonNode call(JsonNode[] arguments);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getMinArguments() {
        return least;
    }

    @Override
    public int getMaxArguments() {
        return most;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        return body.call(arguments);
    }
}
