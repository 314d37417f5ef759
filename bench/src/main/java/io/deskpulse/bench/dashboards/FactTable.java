package io.deskpulse.bench.dashboards;

import java.util.Locale;

/** The tables that the jobs write, with the local day that decides whether a row lies within the month. */
enum FactTable {
    CONVERSATION_DAYS("day"),
    TICKET_FACTS("day"),
    CONTACT_FACTS("day"),
    ORDER_FACTS("assumeNotNull(ifNull(created_day, paid_day))"),
    ORDER_TROUBLE_FACTS("detected_day"),
    BUYER_DAYS("day");

    private final String day;

    FactTable(String day) {
        this.day = day;
    }

    /** SQL over a row of the table. */
    String day() {
        return day;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
