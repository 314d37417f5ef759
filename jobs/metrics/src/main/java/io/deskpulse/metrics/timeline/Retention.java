package io.deskpulse.metrics.timeline;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a key is remembered after its last event, and what the first event after that is.
 *
 * <p>A key at rest is remembered for {@code atRestMillis}, one that still waits for something for {@code openMillis}. To make that
 * safe under disorder the stream keeps a silent key for {@code atRestMillis} more, measured by the watermark, and rejects what comes
 * later still. An event after a longer silence starts a new timeline where rows belong to a day: a day's row is never the one that
 * was forgotten. A ticket or a call has one row for its whole life instead, which a second timeline would replace: such a key
 * goes on for as long as it may still be kept, and what comes after that is too late whether or not it was dropped yet. All this
 * holds in the stream and in a batch alike.
 *
 * @param atRestMillis milliseconds, at least two days so that a new timeline never shares a day with the forgotten one;
 *     {@link Long#MAX_VALUE} means for ever
 * @param openMillis milliseconds, at least {@code atRestMillis}
 * @param oneRow whether a key has one row for its whole life
 */
public record Retention(long atRestMillis, long openMillis, boolean oneRow) implements Serializable {
    /** Stands for the time of the event before the first. */
    public static final long NOTHING_BEFORE = Long.MAX_VALUE;

    /** Nothing is ever forgotten: for bounded imports, whose files may be in any order. */
    public static final Retention FOREVER = new Retention(Long.MAX_VALUE, Long.MAX_VALUE, false);

    /** Conversations: 48 hours at rest, 120 days while a question is open (docs/decisions/0004-forgetting.md). */
    public static final Retention CONVERSATIONS = of(Duration.ofHours(48), Duration.ofDays(120));

    /** Tickets: 35 days after they ended, 120 days while open (docs/decisions/0004-forgetting.md). */
    public static final Retention TICKETS =
            of(Duration.ofDays(35), Duration.ofDays(120)).withOneRow();

    /** Buyers: 35 days once their orders ended, 120 days while one of them is open (docs/decisions/0004-forgetting.md). */
    public static final Retention BUYERS = of(Duration.ofDays(35), Duration.ofDays(120));

    /** Accounts: 35 days, as rosters and presence may come by the week, 120 days while on line. */
    public static final Retention AGENTS = of(Duration.ofDays(35), Duration.ofDays(120));

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
        return new Retention(atRest.toMillis(), open.toMillis(), false);
    }

    /** The same for keys that have one row for their whole life, as tickets have. */
    public Retention withOneRow() {
        return isForever() ? this : new Retention(atRestMillis, openMillis, true);
    }

    /** Whether keys are never forgotten. */
    public boolean isForever() {
        return atRestMillis == Long.MAX_VALUE;
    }

    /** Whether something silent since {@code lastMillis} is forgotten by {@code nextMillis}; false of {@link #NOTHING_BEFORE}. */
    public boolean isForgotten(long lastMillis, long nextMillis, boolean atRest) {
        return lastMillis != NOTHING_BEFORE && nextMillis - lastMillis > kept(atRest);
    }

    /** What an event at {@code nextMillis} is to a timeline whose last one was at {@code lastMillis}, or {@link #NOTHING_BEFORE}. */
    public Sequel sequel(long lastMillis, long nextMillis, boolean atRest) {
        if (!isForgotten(lastMillis, nextMillis, atRest)) {
            return Sequel.GOES_ON;
        } else if (oneRow) {
            return nextMillis > forgottenAtMillis(lastMillis, atRest) ? Sequel.TOO_LATE : Sequel.GOES_ON;
        }
        return Sequel.STARTS_ANEW;
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
