package io.deskpulse.bench.dashboards;

import java.util.function.UnaryOperator;

/**
 * A column of a table of facts, and what it is in a copy of a row: shops, buyers and ids of their own, all times some weeks earlier.
 *
 * @param type as {@code system.columns} names it
 */
record Column(String name, String type) {
    /**
     * SQL of the copy. Beside the row are {@code week}, counted back from the seed, and {@code shop_and_copy}: the group of shops times
     * {@code {copies}} plus the number of the copy within it.
     */
    String copied() {
        String column = "s.`" + name + "`";
        if (name.equals("shop_id")) {
            return "concat(" + column + ", '-', leftPad(toString(intDiv(shop_and_copy, {copies})), 2, '0'))";
        }
        if (name.endsWith("buyer_id")) {
            return each(column, this::another);
        }
        if (isId()) {
            return each(column, Column::tagged);
        }
        return type.contains("Date") ? each(column, this::earlier) : column;
    }

    /** Products and accounts are the same in all copies. */
    private boolean isId() {
        return name.equals("about")
                || name.equals("event_ids")
                || name.endsWith("_id") && !name.endsWith("sku_id") && !name.equals("agent_id");
    }

    private String each(String column, UnaryOperator<String> copied) {
        return type.startsWith("Array(")
                ? "arrayMap(one -> " + copied.apply("one") + ", " + column + ")"
                : copied.apply(column);
    }

    private String another(String buyer) {
        return "if(" + buyer + " = '', '', lower(hex(sipHash128(" + buyer + ", week, shop_and_copy % {copies}))))";
    }

    private static String tagged(String id) {
        return "if(" + id + " = '', '', concat(" + id
                + ", '-', toString(week), '-', toString(shop_and_copy % {copies})))";
    }

    /** The day 1970-01-01 means none, and there is none before it. */
    private String earlier(String time) {
        String shifted = time + " - toIntervalDay(7 * week)";
        return type.contains("DateTime") ? shifted : "if(toInt32(" + time + ") = 0, " + time + ", " + shifted + ")";
    }
}
