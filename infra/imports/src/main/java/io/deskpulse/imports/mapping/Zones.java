package io.deskpulse.imports.mapping;

import java.time.ZoneId;

/** The zone of times without an offset. */
final class Zones {
    private static final String OF_SHOP = "shop";

    private Zones() {}

    /** That of the source; null when the shop's counts, which the user names. */
    static ZoneId ofSource(String zone) {
        return zone == null || zone.equals(OF_SHOP) ? null : ZoneId.of(zone);
    }
}
