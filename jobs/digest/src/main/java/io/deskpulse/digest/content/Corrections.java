package io.deskpulse.digest.content;

import io.deskpulse.metrics.defects.Movement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What moved so far since a digest was told that its readers have to hear of it: late events, refunds, complaints taken back.
 *
 * @param counts how far cases may move, of an item and of all, what they are counted against, which moves a rate as far, and every count
 *     of the second part
 * @param moneyPercent how far the money lost may move, percent of the larger
 * @param leastMoney and by how much at least, in the smallest unit of the currency
 */
public record Corrections(Movement counts, int moneyPercent, long leastMoney) {

    /** Counts by a fifth and by three, money by a fifth and by a hundred of the currency's units. */
    public static Corrections usual(int minorDigits) {
        return of(Movement.USUAL.percent(), minorDigits);
    }

    /** Everything by that share, counts by three, money by a hundred of the currency's units. */
    public static Corrections of(int percent, int minorDigits) {
        return new Corrections(
                new Movement(percent, Movement.USUAL.least()), percent, 100 * Math.round(Math.pow(10, minorDigits)));
    }

    /**
     * What moved too far: all of it together first, then items; empty when nothing did.
     *
     * @param now with all items; of one that was told and is missing from a list that is cut, nobody knows where it stands
     */
    public List<Moved> between(Digest told, Digest now) {
        List<Moved> moved = new ArrayList<>();
        add(Moved.all(told.totals(), now.totals()), moved);
        Map<String, DigestItem> before = new LinkedHashMap<>();
        told.items().forEach(item -> before.put(item.id(), item));
        for (DigestItem item : now.items()) {
            DigestItem old = before.remove(item.id());
            if (old != null || told.more() == 0 || isBeyond(told, item)) {
                add(Moved.item(old, item), moved);
            }
        }
        if (now.more() == 0) {
            before.values().forEach(gone -> add(Moved.item(gone, null), moved));
        }
        return moved;
    }

    /**
     * Which numbers of the second part moved too far; empty when none did.
     *
     * @param now whose second part is as of the same instant as that of {@code told}
     */
    public List<MovedNumber> numbersBetween(Digest told, Digest now) {
        return MovedNumber.between(told.service(), now.service(), counts);
    }

    /** One that was not listed cost no more than the last that was; whether it now does by too much to go untold. */
    private boolean isBeyond(Digest told, DigestItem item) {
        DigestItem last = told.items().get(told.items().size() - 1);
        long most = last.loss().total();
        long lost = item.loss().total();
        boolean isCostlier = lost > most && new Movement(moneyPercent, leastMoney).isTooFar(most, lost);
        boolean isMore = lost == most
                && item.rate().cases() > last.rate().cases()
                && counts.isTooFar(last.rate().cases(), item.rate().cases());
        return isCostlier || isMore;
    }

    private void add(Moved one, List<Moved> moved) {
        Movement money = new Movement(moneyPercent, leastMoney);
        if (counts.isTooFar(one.casesTold(), one.cases())
                || counts.isTooFar(one.exposuresTold(), one.exposures())
                || money.isTooFar(one.lostTold(), one.lost())) {
            moved.add(one);
        }
    }
}
