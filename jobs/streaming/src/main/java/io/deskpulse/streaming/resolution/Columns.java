package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.TicketFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How facts become values of columns: no instant is null, nobody is the empty string. */
final class Columns {
    private Columns() {}

    static Instant instant(long millis) {
        return millis == TicketFacts.NONE ? null : Instant.ofEpochMilli(millis);
    }

    static String text(String text) {
        return text == null ? "" : text;
    }

    static String name(Enum<?> constant) {
        return constant == null ? "" : constant.name();
    }

    static List<Object> names(List<? extends Enum<?>> constants) {
        return column(constants, Enum::name);
    }

    static <T> List<Object> column(List<T> elements, Function<T, Object> value) {
        List<Object> column = new ArrayList<>(elements.size());
        for (T element : elements) {
            column.add(value.apply(element));
        }
        return column;
    }
}
