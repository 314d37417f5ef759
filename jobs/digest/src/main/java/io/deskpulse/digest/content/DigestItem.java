package io.deskpulse.digest.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a digest says of one product and what is wrong with it.
 *
 * @param id short name of the item, for commands
 * @param sku the product
 * @param attribute what is wrong with it: code of an attribute, or of a reason where no words name one
 * @param life what people did about it
 * @param buyers different buyers of the period's cases
 * @param rate of the period
 * @param lastRate of the period before it
 * @param change from that to this
 * @param peers how it stands beside its peers; null when hotspots know nothing of it
 * @param loss what the period's cases cost
 * @param firstSeen first case ever known
 * @param incident hotspot of the product for a reason of the item; null when none was open in the period
 * @param asked who asked before buying; null when no case is of an order that is known
 * @param questions who asked about just this before buying, and sent it back; null when nobody asked
 * @param fix rate before and after it was mended; null when nobody says that it is
 * @param severity of the latest note; null when none says
 * @param quotes words of buyers, redacted
 */
public record DigestItem(
        String id,
        String sku,
        String attribute,
        Life life,
        long buyers,
        Rate rate,
        Rate lastRate,
        Change change,
        Peers peers,
        Loss loss,
        Instant firstSeen,
        Incident incident,
        Asked asked,
        Questions questions,
        Fix fix,
        String severity,
        List<String> quotes) {
    /** Copies the list. */
    public DigestItem {
        quotes = List.copyOf(quotes);
    }

    /**
     * What people did about it.
     *
     * @param state NEW, ACKNOWLEDGED, FIXING, FIXED, NOT_A_DEFECT or REOPENED
     * @param owner null when nobody has it
     * @param due null when no day is named
     * @param note the latest word on it; null when there is none
     */
    public record Life(String state, String owner, LocalDate due, String note) {}

    /**
     * Beside its peers.
     *
     * @param reason the reason that is compared
     * @param typical rate as a multiple of the reason's in the shop, shrunk (EBGM)
     * @param low its 5 % bound (EB05)
     * @param isBad whether it is surely twice as bad, with three buyers at least
     */
    public record Peers(String reason, double typical, double low, boolean isBad) {}

    /**
     * Money lost, in the smallest unit of the shop's currency.
     *
     * @param refunded refunds of the orders
     * @param compensated compensation that was paid
     * @param handlingMinutes in which accounts were busy with them
     * @param handling what those minutes cost; 0 when the shop names no cost
     */
    public record Loss(long refunded, long compensated, long handlingMinutes, long handling) {
        /** All of it. */
        public long total() {
            return refunded + compensated + handling;
        }
    }

    /** A hotspot. */
    public record Incident(String id, boolean isOpen) {}

    /**
     * Buyers who had talked to a person before they paid.
     *
     * @param cases cases of the period whose order is known
     * @param ofCases how many of these had asked
     * @param orders orders of the product delivered in the period
     * @param ofOrders how many of these had asked
     */
    public record Asked(long cases, long ofCases, long orders, long ofOrders) {}

    /**
     * Where a question before the sale meets a return after it, of lines delivered in some days up to the end of the period.
     *
     * @param days how many
     * @param asked lines whose buyer had asked about what is wrong
     * @param askedReturned of them sent back for it
     * @param others lines whose buyer had not
     * @param othersReturned of them sent back for it
     * @param change from those who had not asked to those who had
     */
    public record Questions(int days, long asked, long askedReturned, long others, long othersReturned, Change change) {
        /** Counts told, and what they say. */
        public static Questions of(int days, long asked, long askedReturned, long others, long othersReturned) {
            Change change = Change.of(Rate.of(othersReturned, others), Rate.of(askedReturned, asked));
            return new Questions(days, asked, askedReturned, others, othersReturned, change);
        }
    }

    /**
     * Before and after it was mended, by what was delivered in windows of equal length.
     *
     * @param at since when products leave mended
     * @param days length of each window, whole days
     */
    public record Fix(Instant at, long days, Rate before, Rate after, Change change) {}
}
