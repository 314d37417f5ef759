package io.deskpulse.metrics.timeline;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a key is remembered after its last event.
 *
 * <p>A key at rest is remembered for {@code atRestMillis}, one that still waits for something for {@code openMillis}. An
 * event after a longer silence starts a new timeline, in the stream and in a batch alike. To make that safe under disorder
 * the stream keeps a silent key for {@code atRestMillis} more, measured by the watermark, and rejects what comes later still.
 *
 * @param atRestMillis milliseconds, at least two days so that a new timeline never shares a day with the forgotten one;
 *     {@link Long#MAX_VALUE} means for ever
 * @param openMillis milliseconds, at least {@code atRestMillis}
 */
public record Retention(long atRestMillis, long openMillis) implements Serializable {
    /** Nothing is ever forgotten: for bounded imports, whose files may be in any order. */
    public static final Retention FOREVER = new Retention(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Conversations: 48 hours at rest, 120 days while a question is open (docs/decisions/0004-forgetting.md). */
    public static final Retention CONVERSATIONS = of(Duration.ofHours(48), Duration.ofDays(120));

    /** Tickets: 35 days after they ended, 120 days while open (docs/decisions/0004-forgetting.md). */
    public static final Retention TICKETS = of(Duration.ofDays(35), Duration.ofDays(120));

    /** Buyers: 35 days once their orders ended, 120 days while one of them is open (docs/decisions/0004-forgetting.md). */
    public static final Retention BUYERS = of(Duration.ofDays(35), Duration.ofDays(120));

    private static final long MIN_MILLIS = Duration.ofDays(2).toMillis();

    /** Checks the ranges. */
    public Retention {
        if (atRestMillis < MIN_MILLIS) {
            throw new IllegalArgumentException("atRestMillis must be >= " + MIN_MILLIS + ", got " + atRestMillis);
        }
        if (openMillis < atRestMillis) {
            throw new IllegalArgumentException(
                    "openMillis must be >= atRestMillis, got " + openMillis + " < " + atRestMillis);
        }
    }

    /** A retention from durations, at least two days each. */
    public static Retention of(Duration atRest, Duration open) {
        return new Retention(atRest.toMillis(), open.toMillis());
    }

    /** Whether keys are never forgotten. */
    public boolean isForever() {
        return atRestMillis == Long.MAX_VALUE;
    }

    /** Whether an event at {@code nextMillis} begins a new timeline; false when there was no event before it. */
    public boolean startsAnew(long lastMillis, long nextMillis, boolean atRest) {
        return lastMillis != Long.MAX_VALUE && nextMillis - lastMillis > kept(atRest);
    }

    /** The watermark at which a key that has been silent since {@code lastMillis} is dropped. */
    public long forgottenAtMillis(long lastMillis, boolean atRest) {
        long kept = kept(atRest);
        return isForever() || kept == Long.MAX_VALUE ? Long.MAX_VALUE : lastMillis + kept + atRestMillis;
    }

    /** The last instant at which an event would still belong to the timeline whose last event was at {@code lastMillis}. */
    public long rememberedUntilMillis(long lastMillis, boolean atRest) {
        return isForever() ? Long.MAX_VALUE : lastMillis + kept(atRest);
    }

    /**
     * Whether an event of a key without memory of that time is too late to be placed: the key may have been forgotten.
     *
     * @param watermarkMillis the watermark; {@link Long#MIN_VALUE} before the first
     */
    public boolean isTooLate(long eventMillis, long watermarkMillis) {
        return !isForever() && watermarkMillis != Long.MIN_VALUE && eventMillis < watermarkMillis - atRestMillis;
    }

    private long kept(boolean atRest) {
        return atRest ? atRestMillis : openMillis;
    }
}
