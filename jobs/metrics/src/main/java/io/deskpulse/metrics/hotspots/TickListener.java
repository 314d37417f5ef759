package io.deskpulse.metrics.hotspots;

import io.deskpulse.metrics.hotspots.cells.ShopCells;

/** Looks on when ticks are decided; must change nothing. */
@FunctionalInterface
public interface TickListener {
    /**
     * A tick with complaints was decided.
     *
     * @param endMillis its end, milliseconds since the epoch
     * @param cells as they stand then; those that complaints touched are {@link ShopCells#touched}
     */
    void decided(long endMillis, ShopCells cells);
}
