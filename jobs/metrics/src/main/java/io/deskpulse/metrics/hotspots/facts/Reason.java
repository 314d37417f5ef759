package io.deskpulse.metrics.hotspots.facts;

import java.io.Serializable;

/**
 * Why buyers complain: an entry of the taxonomy, whose list only ever grows at its end, as states know reasons by their place.
 *
 * @param code of the taxonomy, such as {@code broken}
 * @param exposure what leads to such complaints
 */
public record Reason(String code, ExposureType exposure) implements Serializable {
    /** Checks the parts. */
    public Reason {
        if (code.isEmpty() || exposure == null) {
            throw new IllegalArgumentException(
                    "a reason needs a code and an exposure, got '" + code + "', " + exposure);
        }
    }
}
