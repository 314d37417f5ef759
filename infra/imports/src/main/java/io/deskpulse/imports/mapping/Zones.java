package io.deskpulse.imports.mapping;

import io.deskpulse.streaming.yaml.YamlValue;
import java.time.ZoneId;

/** The zone of times without an offset. */
final class Zones {
    private static final String OF_SHOP = "shop";

    private Zones() {}

    /** The name of one, as a mapping writes it; null with a problem for any other. */
    static String named(YamlValue value) {
        return value.read("a zone such as Europe/Berlin, or shop", text -> {
            ofSource(text);
            return text;
        });
    }

    /** That of the source; null when the shop's counts, which the user names. */
    static ZoneId ofSource(String zone) {
        return zone == null || zone.equals(OF_SHOP) ? null : ZoneId.of(zone);
    }
}
