package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;

/** Who is told of the complaints and exposures of one order or conversation. */
public interface SignalListener {
    /** Something happened that may lead to complaints; {@code value} is never null. */
    void exposed(long timeMillis, ExposureType type, Dimension dimension, String value, int count);

    /** Somebody complained. */
    void complained(Complaint complaint);

    /** Somebody complained about the service in a conversation, which knows the rest. */
    void complainedIn(String conversationId, Complaint complaint);

    /** Somebody complained for a reason that the taxonomy does not have. */
    void unmapped();
}
