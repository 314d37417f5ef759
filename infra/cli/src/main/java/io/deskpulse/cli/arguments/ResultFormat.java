package io.deskpulse.cli.arguments;

import java.util.function.Supplier;

/** How a result is printed. Lower case, as it is typed. */
public enum ResultFormat {
    /** For people. */
    text,
    /** For spreadsheets. */
    csv,
    /** For programs. */
    json;

    /** The result in this format; only that one is made. */
    public String of(Supplier<String> asText, Supplier<String> asCsv, Supplier<String> asJson) {
        return switch (this) {
            case text -> asText.get();
            case csv -> asCsv.get();
            case json -> asJson.get();
        };
    }
}
