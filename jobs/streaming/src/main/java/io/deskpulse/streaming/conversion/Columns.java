package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerFacts;
import java.time.Instant;
import java.time.LocalDate;

/** How values of facts look in ClickHouse's columns. */
final class Columns {
    private Columns() {}

    /** An instant, or null when there is none. */
    static Instant instant(long millis) {
        return millis == BuyerFacts.NONE ? null : Instant.ofEpochMilli(millis);
    }

    /** The day of an instant, or null when there is no such instant. */
    static LocalDate day(long millis, int epochDay) {
        return millis == BuyerFacts.NONE ? null : LocalDate.ofEpochDay(epochDay);
    }

    /** A text, empty when there is none. */
    static String text(String text) {
        return text == null ? "" : text;
    }
}
