package io.deskpulse.metrics.complaints;

import java.util.ArrayList;
import java.util.List;

/** What is known of an order, and what hotspots were told of it: the state of {@link OrderSignalReader}. */
public final class OrderSignals {
    OrderComplaints order = new OrderComplaints();
    /** Products of lines that count as signed. */
    final List<String> signedSkuIds = new ArrayList<>(1);

    /** Whether no parcel is under way and none is awaited: it may be forgotten sooner. */
    public boolean isAtRest() {
        return order.isAtRest();
    }
}
