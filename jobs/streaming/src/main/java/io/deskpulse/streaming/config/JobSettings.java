package io.deskpulse.streaming.config;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.streaming.sinks.ClickHouse;
import java.time.Duration;
import java.util.Map;

/** Settings that the jobs share, under the same names and defaults. */
public final class JobSettings {
    /** Topic of refused messages. */
    public static final String DEAD_LETTER_TOPIC = "deskpulse.dead-letters.v1";

    /** Value of {@code --retention.at-rest} that keeps everything for ever. */
    public static final String FOREVER = "forever";

    private JobSettings() {}

    /** Where rows go; both kinds of URL are taken. */
    public static ClickHouse clickHouse(Settings settings) {
        String url = settings.text("clickhouse.url", "CLICKHOUSE_URL", null);
        return new ClickHouse(
                url.startsWith("http") ? "jdbc:clickhouse:" + url : url,
                settings.text("clickhouse.user", "CLICKHOUSE_USER", "deskpulse_writer"),
                settings.secret("CLICKHOUSE_PASSWORD", 0),
                settings.count("sink.batch-rows", 20_000),
                settings.duration("sink.flush-interval", "PT0.2S"),
                settings.duration("sink.retry-for", "PT10M"));
    }

    /** The time zone of shops not listed. */
    public static String defaultZone(Settings settings) {
        return settings.text("shops.default-zone", null, ShopZones.DEFAULT_ZONE);
    }

    /** Time zones by shop; a problem when one of them, or the default, is unknown. */
    public static Map<String, String> zones(Settings settings, String defaultZone) {
        Map<String, String> zones = settings.pairs("shops.zones");
        try {
            ShopZones.of(defaultZone, zones);
        } catch (IllegalArgumentException e) {
            settings.problem("--shops.default-zone, --shops.zones: " + e.getMessage());
        }
        return zones;
    }

    /** How long silent keys are kept; {@code otherwise} when nothing is set. */
    public static Retention retention(Settings settings, Retention otherwise) {
        String atRest = settings.text("retention.at-rest", null, iso(otherwise.atRestMillis()));
        Duration open = settings.duration("retention.open", iso(otherwise.openMillis()));
        if (atRest.equals(FOREVER)) {
            return Retention.FOREVER;
        }
        try {
            return Retention.of(settings.duration("retention.at-rest", atRest), open);
        } catch (IllegalArgumentException e) {
            settings.problem("--retention.at-rest, --retention.open: " + e.getMessage());
            return otherwise;
        }
    }

    private static String iso(long millis) {
        return Duration.ofMillis(millis).toString();
    }
}
