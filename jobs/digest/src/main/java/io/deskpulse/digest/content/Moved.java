package io.deskpulse.digest.content;

/**
 * What a correction changes: an item, or all of them together.
 *
 * @param id of the item; {@code *} for all
 * @param sku its product; null for all
 * @param attribute what is wrong with it; null for all
 * @param casesTold cases told before
 * @param cases cases now
 * @param lostTold money told before, in the smallest unit of the currency
 * @param lost money now
 * @param exposuresTold lines delivered told before; 0 for all, as products are counted with each item
 * @param exposures lines delivered now
 */
public record Moved(
        String id,
        String sku,
        String attribute,
        long casesTold,
        long cases,
        long lostTold,
        long lost,
        long exposuresTold,
        long exposures) {
    private static final String ALL = "*";

    /** From what was told of all items to what is known now. */
    static Moved all(Digest.Totals told, Digest.Totals now) {
        return new Moved(ALL, null, null, told.cases(), now.cases(), told.lost(), now.lost(), 0, 0);
    }

    /** Of an item; either may be null where it was or is without a case. */
    static Moved item(DigestItem told, DigestItem now) {
        DigestItem one = now == null ? told : now;
        // Of one that is without cases on a side the rate is told by its cases.
        boolean hasRates = told != null && now != null;
        return new Moved(
                one.id(),
                one.sku(),
                one.attribute(),
                cases(told),
                cases(now),
                lost(told),
                lost(now),
                hasRates ? told.rate().exposures() : 0,
                hasRates ? now.rate().exposures() : 0);
    }

    private static long cases(DigestItem item) {
        return item == null ? 0 : item.rate().cases();
    }

    private static long lost(DigestItem item) {
        return item == null ? 0 : item.loss().total();
    }

    /** Whether it is about all items together. */
    public boolean isOfAll() {
        return id.equals(ALL);
    }
}
