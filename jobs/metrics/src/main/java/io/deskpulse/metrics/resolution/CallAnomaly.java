package io.deskpulse.metrics.resolution;

import java.util.ArrayList;
import java.util.List;

/** Combinations of a call's events that cannot be, or that a call has only once. They are named and change nothing else. */
public enum CallAnomaly {
    /** A call in a conversation on channel CHAT. */
    CALL_ON_CHAT,
    /** No longer told: ringing several phones is one ringing, and a conversation may hold a second call. Its bit stays taken. */
    RANG_TWICE,
    /** It was answered before it rang. */
    ANSWERED_BEFORE_RINGING,
    /** It was answered after it had been released, and had not rung again. */
    ANSWERED_AFTER_RELEASE,
    /** It was wrapped up before it was released. */
    WRAPPED_UP_BEFORE_RELEASE;

    private static final CallAnomaly[] ALL = values();

    int bit() {
        return 1 << ordinal();
    }

    static List<CallAnomaly> of(int bits) {
        List<CallAnomaly> anomalies = new ArrayList<>();
        for (CallAnomaly anomaly : ALL) {
            if ((bits & anomaly.bit()) != 0) {
                anomalies.add(anomaly);
            }
        }
        return anomalies;
    }
}
