package io.deskpulse.digest.content;

import java.time.Instant;
import java.util.List;

/**
 * Defects of a shop's products in a period.
 *
 * @param shop whose
 * @param period which days
 * @param products which products, {@code *} for all
 * @param version from 1; a higher one corrects those before it
 * @param madeAt when it was made
 * @param items the costliest first, not all when there are too many
 * @param totals of all items, listed or not; of those listed where nobody says
 * @param correctionPercent by how much numbers may move before a correction is sent, percent; 0 where nobody says
 * @param service the second part
 * @param moved what it corrects, as it was told in the version before; empty for the first and where nobody says
 * @param movedNumbers the same of the second part
 */
public record Digest(
        Shop shop,
        DigestPeriod period,
        String products,
        int version,
        Instant madeAt,
        List<DigestItem> items,
        Totals totals,
        int correctionPercent,
        ServicePart service,
        List<Moved> moved,
        List<MovedNumber> movedNumbers) {
    /** Copies the lists. */
    public Digest {
        items = List.copyOf(items);
        moved = moved == null ? List.of() : List.copyOf(moved);
        movedNumbers = movedNumbers == null ? List.of() : List.copyOf(movedNumbers);
        totals = totals == null ? Totals.of(items) : totals;
    }

    /**
     * The shop.
     *
     * @param zone IANA name of its clock's zone
     * @param minorDigits decimals of its currency
     */
    public record Shop(String id, String name, String zone, String currency, int minorDigits) {}

    /**
     * Sums over items.
     *
     * @param items how many
     * @param cases of all of them
     * @param lost money lost by all of them, in the smallest unit of the currency
     */
    public record Totals(int items, long cases, long lost) {
        /** Of some items. */
        public static Totals of(List<DigestItem> items) {
            return new Totals(
                    items.size(),
                    items.stream().mapToLong(item -> item.rate().cases()).sum(),
                    items.stream().mapToLong(item -> item.loss().total()).sum());
        }
    }

    /** Items that are not listed, as there are too many. */
    public int more() {
        return totals.items() - items.size();
    }

    /** Whether it corrects what was told before. */
    public boolean isCorrection() {
        return version > 1;
    }

    /** The same as a version that corrects the one before it. */
    public Digest correcting(int number, List<Moved> what, List<MovedNumber> numbers) {
        return new Digest(
                shop, period, products, number, madeAt, items, totals, correctionPercent, service, what, numbers);
    }

    /** As of when its second part is told: a release that did not say told it as of when the digest was made. */
    public Instant serviceAsOf() {
        return service.asOf() == null ? madeAt : service.asOf();
    }

    /** The same for readers who are told of a correction when numbers move by so many percent. */
    public Digest withCorrectionPercent(int percent) {
        return new Digest(
                shop, period, products, version, madeAt, items, totals, percent, service, moved, movedNumbers);
    }

    /** The same with the first of its items alone. */
    public Digest withItems(int most) {
        List<DigestItem> some = items.subList(0, Math.min(most, items.size()));
        return new Digest(
                shop, period, products, version, madeAt, some, totals, correctionPercent, service, moved, movedNumbers);
    }
}
