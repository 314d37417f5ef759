package io.deskpulse.metrics.conversion;

import java.util.ArrayList;
import java.util.List;

/**
 * One buyer on one calendar day of a shop: the content of one row, without buyer and version.
 *
 * <p>The row exists as soon as one reply of an account, or one event that presupposes an order, is known of that day; only
 * rows with a consult are enquiries.
 */
public final class BuyerDayFacts implements BuyerFacts {
    /**
     * An event about an order of which neither creation nor payment is known by then.
     *
     * @param orderId that order
     * @param kind what was said about it
     */
    public record Orphan(String orderId, BuyerEvent.Kind kind) {}

    final List<String> accounts = new ArrayList<>(1);
    final List<Orphan> orphans = new ArrayList<>(0);
    int epochDay;
    long consultedAtMillis = NONE;
    /** Orders, not a flag, as a further part of a payment takes the earlier one back. */
    int boughtBefore;

    boolean orderedSameDay;
    int paidSameDay;
    int paidNextDay;
    int repliesWithoutAccount;
    int version;

    BuyerDayFacts(int epochDay) {
        this.epochDay = epochDay;
    }

    /** The shop's calendar day, in days since 1970-01-01. */
    public int epochDay() {
        return epochDay;
    }

    /** The day's first consult, milliseconds since the epoch; {@link BuyerFacts#NONE} when there is none. */
    public long consultedAtMillis() {
        return consultedAtMillis;
    }

    /** Accounts consulted, in the order of their first consult of the day. */
    public List<String> accounts() {
        return accounts;
    }

    /** Whether an order was paid in the 21 times 24 hours before the day's first consult. */
    public boolean boughtBefore() {
        return boughtBefore > 0;
    }

    /** Whether an order was created after the first consult, the same day. */
    public boolean orderedSameDay() {
        return orderedSameDay;
    }

    /** Whether an order was paid after the first consult, the same day. */
    public boolean paidSameDay() {
        return paidSameDay > 0;
    }

    /** Whether an order was paid on the next calendar day, given that there was a consult. */
    public boolean paidNextDay() {
        return paidNextDay > 0;
    }

    /** Whether the buyer is an enquirer of that day (docs/metrics.md, {@code sycm.enquirer}). */
    public boolean isEnquirer() {
        return isConsulted() && (boughtBefore == 0 || paidSameDay > 0);
    }

    /** Replies whose account the event did not tell: nobody can be credited, so they are no consults. */
    public int repliesWithoutAccount() {
        return repliesWithoutAccount;
    }

    /** Events of that day about orders neither created nor paid before, as far as anybody remembers. */
    public List<Orphan> orphans() {
        return orphans;
    }

    @Override
    public int version() {
        return version;
    }

    boolean isConsulted() {
        return consultedAtMillis != NONE;
    }

    /** Whether a payment at {@code millis} lies in the look-back of the day's first consult. */
    boolean looksBackOn(long millis) {
        return isConsultedAfter(millis) && millis >= consultedAtMillis - ConversionDerivation.LOOK_BACK.toMillis();
    }

    private boolean isConsultedAfter(long millis) {
        return isConsulted() && consultedAtMillis > millis;
    }

    boolean isConsultedBefore(long millis) {
        return isConsulted() && consultedAtMillis < millis;
    }
}
