package io.deskpulse.streaming.staffing.source;

import java.util.List;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * Some shops, read together.
 *
 * @param number of the split, from 0
 * @param shops in order
 * @param emitted series that went out before a restart, and are not read again
 */
public record ShopSplit(int number, List<String> shops, int emitted) implements SourceSplit {
    /** Copies the list. */
    public ShopSplit {
        shops = List.copyOf(shops);
    }

    @Override
    public String splitId() {
        return "shops-" + number;
    }

    /** The same after some series. */
    public ShopSplit after(int series) {
        return new ShopSplit(number, shops, series);
    }
}
