package io.deskpulse.metrics.defects;

/**
 * Whether numbers that were told have moved so far that who was told has to hear of it.
 *
 * @param percent how far a count or an amount may move, percent of the larger of both, 1 to 100
 * @param least and by how much at least: a count of one or two moves by half at a single late event
 */
public record Movement(int percent, long least) {
    /** A fifth, and three cases. */
    public static final Movement USUAL = new Movement(20, 3);

    /** Checks the ranges. */
    public Movement {
        if (percent < 1 || percent > 100 || least < 1) {
            throw new IllegalArgumentException(
                    "percent must be 1 to 100 and least >= 1, got " + percent + " and " + least);
        }
    }

    /** Whether a number that was told as {@code told} and is {@code now} has moved too far. */
    public boolean isTooFar(long told, long now) {
        long moved = Math.abs(told - now);
        long larger = Math.max(Math.abs(told), Math.abs(now));
        return moved >= least && Math.multiplyExact(moved, 100L) > Math.multiplyExact(larger, (long) percent);
    }
}
