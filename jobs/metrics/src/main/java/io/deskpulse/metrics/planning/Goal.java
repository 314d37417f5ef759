package io.deskpulse.metrics.planning;

import io.deskpulse.metrics.staffing.Requirement;
import io.deskpulse.metrics.staffing.Shrinkage;

/**
 * What a channel's agents are to reach.
 *
 * @param requirement service level and occupancy
 * @param patienceSeconds instead of the measured patience; NaN: as measured
 * @param shrinkage instead of the measured one; null: as measured
 * @param mostConcurrent contacts that an agent may have at a time, >= 1; 1 for calls
 * @param team most agents at work at a time, >= 1; what they cannot do is carried over; {@link #ANY} for as many as are needed
 * @param handleSeconds handle time where none was measured, seconds, > 0
 */
public record Goal(
        Requirement requirement,
        double patienceSeconds,
        Shrinkage shrinkage,
        int mostConcurrent,
        int team,
        double handleSeconds) {
    /** A team that is never too small. */
    public static final int ANY = Integer.MAX_VALUE;
}
