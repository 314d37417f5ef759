package io.deskpulse.metrics.hotspots.cells;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.util.function.Consumer;

/**
 * The evidence of a cell at the end of a tick in which somebody complained.
 *
 * @param reason code of the taxonomy
 * @param dimension of the cell
 * @param value of the cell
 * @param atMillis end of the tick, milliseconds since the epoch
 * @param score ln of the evidence
 * @param threshold the score at which alarms of the dimension open that day
 * @param isOpen whether the cell has an open alarm
 */
public record CellEvidence(
        String reason,
        Dimension dimension,
        String value,
        long atMillis,
        double score,
        double threshold,
        boolean isOpen) {
    private static final double NEAR = Math.log(10);

    /** Tells the cells that complaints touched in a tick, those that ring or are within a tenth of their threshold. */
    public static void tell(long endMillis, ShopCells cells, Consumer<CellEvidence> told) {
        for (int i = 0; i < cells.touchedCount(); i++) {
            int cell = cells.touched(i);
            Dimension dimension = cells.dimension(cell);
            double score = cells.score(cell);
            double threshold = cells.threshold(dimension);
            if (cells.isOpen(cell) || score >= threshold - NEAR) {
                told.accept(new CellEvidence(
                        cells.reasonCode(cell),
                        dimension,
                        cells.value(cell),
                        endMillis,
                        score,
                        threshold,
                        cells.isOpen(cell)));
            }
        }
    }
}
