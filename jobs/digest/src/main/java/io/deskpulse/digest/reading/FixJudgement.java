package io.deskpulse.digest.reading;

import io.deskpulse.digest.content.Change;
import io.deskpulse.digest.content.Rate;
import java.time.Duration;

/** When something may be said of a fix, and for how long it is followed. */
final class FixJudgement {
    /** Before, most of what was delivered since has had no time to be complained of. */
    private static final Duration SHORTEST = Duration.ofDays(7);

    /** The longest window of the view defects_at, after which nothing changes any more. */
    private static final Duration LONGEST = Duration.ofDays(56);

    private FixJudgement() {}

    /** From before it to after it. */
    static Change of(Duration window, Rate before, Rate after) {
        return window.compareTo(SHORTEST) < 0 ? Change.insufficient() : Change.of(before, after);
    }

    /** Whether digests still tell of it without a case. */
    static boolean isFollowed(Duration window) {
        return window.compareTo(LONGEST) < 0;
    }
}
