package io.deskpulse.bench.dashboards;

import java.util.Locale;

/**
 * The tables that the jobs write: the local day that decides whether a row lies within the month, and the column that decides which rows
 * are left out where a whole copy would be too much.
 */
enum FactTable {
    CONVERSATION_DAYS("day", "buyer_id"),
    TICKET_FACTS("day", "buyer_id"),
    CONTACT_FACTS("day", "buyer_id"),
    ORDER_FACTS("assumeNotNull(ifNull(created_day, paid_day))", "buyer_id"),
    ORDER_TROUBLE_FACTS("detected_day", "buyer_id"),
    BUYER_DAYS("day", "buyer_id"),
    COMPLAINT_FACTS("`complaints.day`[1]", "about"),
    PRODUCT_FACTS("arrayMax(arrayConcat(`lines.day`, `defects.day`))", "about"),
    AGENT_INTERVALS("day", "event_id", true),
    HOTSPOT_ALARMS("toDate(opened_at)", "value", true),
    HOTSPOT_EVIDENCE("toDate(at)", "value", true),
    HOTSPOT_CELL_DAYS("day", "value", true);

    private final String day;
    private final String spread;
    private final boolean once;

    FactTable(String day, String spread) {
        this(day, spread, false);
    }

    FactTable(String day, String spread, boolean once) {
        this.day = day;
        this.spread = spread;
        this.once = once;
    }

    /** SQL over a row of the table. */
    String day() {
        return day;
    }

    /** The column by whose values rows are chosen. */
    String spread() {
        return spread;
    }

    /** Whether a shop has each row once, however many buyers it has: people at work, cells of its detector. */
    boolean isOncePerShop() {
        return once;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
