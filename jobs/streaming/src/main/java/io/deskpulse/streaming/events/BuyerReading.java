package io.deskpulse.streaming.events;

import io.deskpulse.metrics.privacy.BuyerIdHash;

/** One valid event that a buyer has a part in. */
public abstract sealed class BuyerReading extends Reading permits ChatReading, OrderReading, TicketReading {
    private final BuyerIdHash hash;
    private final FieldPlace buyerId;

    BuyerReading(EventLayout layout, BuyerIdHash hash) {
        super(layout);
        this.hash = hash;
        this.buyerId = layout.header("buyer_id", FieldPlace.Kind.TEXT);
    }

    /** Keyed hash of the buyer's id. */
    public final String buyerId() {
        return hash.of(text(buyerId));
    }
}
