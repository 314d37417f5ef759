package io.deskpulse.streaming.config;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.streaming.kafka.ClientProperties;
import io.deskpulse.streaming.kafka.KafkaCluster;
import io.deskpulse.streaming.sinks.CertificateFile;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sinks.ClickHouseAddress;
import io.deskpulse.streaming.sinks.FlushPolicy;
import java.time.Duration;
import java.util.Map;

/** Settings that several jobs share: where messages come from, where rows go, the shops' time zones, how long keys are kept. */
public final class JobSettings {
    /** Topic of refused messages. */
    public static final String DEAD_LETTER_TOPIC = "deskpulse.dead-letters.v1";

    /** Value of {@code --retention.at-rest} that keeps every key for ever. */
    public static final String FOREVER = "forever";

    /**
     * Calendars of the shops.
     *
     * @param defaultZone IANA time zone of shops not listed
     * @param zoneByShop IANA time zone by shop id
     */
    public record Zones(String defaultZone, Map<String, String> zoneByShop) {}

    private JobSettings() {}

    /** The Kafka cluster of all topics; a problem for each mistake in its properties. */
    public static KafkaCluster kafka(Settings settings) {
        String file = settings.text("kafka.properties", null, "");
        ClientProperties properties = ClientProperties.read(file, settings.environment());
        properties.problems().forEach(problem -> settings.problem("--kafka.properties: " + problem));
        String named = properties.bootstrapServers();
        String variable = named == null ? "KAFKA_BOOTSTRAP_SERVERS" : null;
        return new KafkaCluster(settings.text("kafka.bootstrap-servers", variable, named), properties.values());
    }

    /** Where rows go. */
    public static ClickHouse clickHouse(Settings settings) {
        return new ClickHouse(
                server(settings),
                new FlushPolicy(
                        settings.count("sink.batch-rows", 20_000), settings.duration("sink.flush-interval", "PT0.2S")),
                settings.duration("sink.retry-for", "PT10M"));
    }

    private static ClickHouseAddress server(Settings settings) {
        String url = settings.text("clickhouse.url", "CLICKHOUSE_URL", null);
        String user = settings.text("clickhouse.user", "CLICKHOUSE_USER", "deskpulse_writer");
        String password = settings.secret("CLICKHOUSE_PASSWORD", 0);
        String authority = settings.text("clickhouse.ca", "CLICKHOUSE_CA", "");
        if (url.isEmpty()) {
            return null;
        }
        try {
            ClickHouseAddress server = ClickHouseAddress.parse(url, user, password, authority);
            checkAuthority(server, settings);
            return server;
        } catch (IllegalArgumentException e) {
            settings.problem("--clickhouse.url: " + e.getMessage());
            return null;
        }
    }

    private static void checkAuthority(ClickHouseAddress server, Settings settings) {
        if (server.authority() == null) {
            return;
        }
        if (!server.isSecure()) {
            settings.problem("--clickhouse.ca is for https addresses, got " + server.url());
        }
        try {
            CertificateFile.trusting(server.authority());
        } catch (IllegalArgumentException e) {
            settings.problem("--clickhouse.ca: " + e.getMessage());
        }
    }

    /** The shops' time zones; a problem when one is unknown. */
    public static Zones zones(Settings settings) {
        String zone = settings.text("shops.default-zone", null, ShopZones.DEFAULT_ZONE);
        Map<String, String> zones = settings.pairs("shops.zones");
        try {
            ShopZones.of(zone, zones);
        } catch (IllegalArgumentException e) {
            settings.problem("--shops.default-zone, --shops.zones: " + e.getMessage());
        }
        return new Zones(zone, zones);
    }

    /** How long silent keys are kept; a problem when that is too short. */
    public static Retention retention(Settings settings, Retention otherwise) {
        String atRestDefault = Duration.ofMillis(otherwise.atRestMillis()).toString();
        String openDefault = Duration.ofMillis(otherwise.openMillis()).toString();
        String atRest = settings.text("retention.at-rest", null, atRestDefault);
        Duration open = settings.duration("retention.open", openDefault);
        if (atRest.equals(FOREVER)) {
            return Retention.FOREVER;
        }
        try {
            return Retention.of(settings.duration("retention.at-rest", atRestDefault), open);
        } catch (IllegalArgumentException e) {
            settings.problem("--retention.at-rest, --retention.open: " + e.getMessage());
            return otherwise;
        }
    }
}
