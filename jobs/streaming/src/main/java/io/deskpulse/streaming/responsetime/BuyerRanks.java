package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.privacy.TextRedaction;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * What a shop calls the ranks of its buyers, without what its people may have written of a buyer there: they type ranks as they type notes.
 *
 * <p>A rank without personal data stays to the sign, so that rows and the limits of ranks do not move. One thread at a time, as each task
 * has a copy of its own.
 */
final class BuyerRanks implements Serializable {
    /** Shops have some ten; whoever writes a sentence about each buyer does not fill the memory. */
    private static final int RANKS_KEPT = 1_000;

    private static final long serialVersionUID = 1L;

    private transient Map<String, String> kept;

    /** The rank; null when nobody says. */
    String of(String written) {
        if (written == null) {
            return null;
        }
        if (kept == null || kept.size() >= RANKS_KEPT) {
            kept = new HashMap<>();
        }
        return kept.computeIfAbsent(written, TextRedaction::redactLabel);
    }
}
