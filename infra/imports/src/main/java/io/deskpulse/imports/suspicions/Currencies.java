package io.deskpulse.imports.suspicions;

import io.deskpulse.imports.report.Tally;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** In which currencies the orders of each shop count money: a shop has one, so the others are told. */
final class Currencies {
    private final String ofShop;
    private final Map<String, Map<String, Long>> ordersByShop = new TreeMap<>();

    /** Of shops with this currency; null when it is not known, and then that of most of its orders is a shop's. */
    Currencies(String ofShop) {
        this.ofShop = ofShop == null || ofShop.isBlank() ? null : ofShop;
    }

    /** Counts one order. */
    void add(String shop, Set<String> currencies) {
        for (String currency : currencies) {
            if (currency.matches("[A-Z]{3}")) {
                ordersByShop.computeIfAbsent(shop, name -> new TreeMap<>()).merge(currency, 1L, Long::sum);
            }
        }
    }

    void tell(Tally told) {
        for (Map<String, Long> orders : ordersByShop.values()) {
            String own = ofShop == null ? most(orders) : ofShop;
            orders.forEach((currency, count) -> {
                if (!currency.equals(own)) {
                    told.add("orders in " + currency + ", which is not the shop's currency (" + own + ")", count);
                }
            });
        }
    }

    /** Of equally many the first by name. */
    private static String most(Map<String, Long> orders) {
        return orders.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Long>>comparingLong(Map.Entry::getValue)
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }
}
