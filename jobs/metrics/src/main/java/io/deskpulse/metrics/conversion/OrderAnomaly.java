package io.deskpulse.metrics.conversion;

/** What cannot be, or should not be, about one order; named in its row and never corrected. */
public enum OrderAnomaly {
    /** It was paid, and its creation is not known: {@code order} and {@code pay} attribution are silent. */
    PAID_WITHOUT_CREATION,
    /** It was created more than once; the first creation counts. */
    CREATED_TWICE,
    /** It was paid more than once, other than in parts with an id each; the first payment counts. */
    PAID_TWICE,
    /** It was closed more than once; the first close counts. */
    CLOSED_TWICE,
    /** It was paid earlier than it was created. */
    PAID_BEFORE_CREATION,
    /** It was paid after it had been closed. */
    PAID_AFTER_CLOSE,
    /** Money was paid back, and no payment is known. */
    REFUND_WITHOUT_PAYMENT,
    /** Money was paid back earlier than the order was paid. */
    REFUND_BEFORE_PAYMENT,
    /** More money was paid back than had been paid; net is negative. */
    REFUND_ABOVE_PAID,
    /** One refund succeeded more than once with the same amount; it counts once. */
    REFUND_TWICE,
    /** The buyer was reminded to pay an order already paid or closed; such a reminder counts as none. */
    REMINDED_AFTER_END,
    /** A trouble was fixed that was never detected. */
    FIX_WITHOUT_TROUBLE,
    /** A trouble was fixed before it was detected. */
    FIX_BEFORE_TROUBLE,
    /** One refund succeeded with several amounts: they are its parts and add up. */
    REFUND_IN_PARTS;

    int bit() {
        return 1 << ordinal();
    }
}
