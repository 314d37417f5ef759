package io.deskpulse.bench.dashboards;

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
        if (name.equals("buyer_id")) {
            return "lower(hex(sipHash128(" + column + ", week, shop_and_copy % {copies})))";
        }
        if (name.endsWith("_id") && !name.equals("sku_id")) {
            return type.startsWith("Array(") ? "arrayMap(id -> " + tagged("id") + ", " + column + ")" : tagged(column);
        }
        if (type.contains("Date")) {
            return type.startsWith("Array(") ? "arrayMap(t -> " + earlier("t") + ", " + column + ")" : earlier(column);
        }
        return column;
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
