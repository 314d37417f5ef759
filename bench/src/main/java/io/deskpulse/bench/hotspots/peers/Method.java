package io.deskpulse.bench.hotspots.peers;

import io.deskpulse.bench.hotspots.looks.CellCounts;
import io.deskpulse.bench.hotspots.looks.Crossings;
import io.deskpulse.bench.hotspots.looks.Looks;

/** A detector of one shop: it looks at touched cells at the ends of ticks, or at all cells every hour, and says which cross. */
public interface Method {
    /** Looks at the cells that complaints touched in a tick. */
    default void tick(Looks looks, Crossings crossings) {}

    /** Looks at all cells at the end of an hour. */
    default void hour(CellCounts counts, Crossings crossings) {}
}
