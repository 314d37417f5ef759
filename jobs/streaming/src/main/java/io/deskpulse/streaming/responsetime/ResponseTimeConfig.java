package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.config.Settings;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sources.KafkaTopic;
import java.time.Duration;
import java.util.Map;

/**
 * Settings of the response-time job.
 *
 * @param chat topic of chat events
 * @param deadLetters topic of refused messages
 * @param clickHouse where rows go
 * @param hashKey key under which buyer ids are hashed
 * @param logic retention and calendars
 * @param disorder how far events of one partition are out of order; only forgetting depends on it
 * @param flushInterval rows of a conversation leave at most this often
 */
public record ResponseTimeConfig(
        KafkaTopic chat,
        KafkaTopic deadLetters,
        ClickHouse clickHouse,
        String hashKey,
        ResponseTimeLogic logic,
        Duration disorder,
        Duration flushInterval) {
    /** Topic of refused messages. */
    public static final String DEAD_LETTER_TOPIC = "deskpulse.dead-letters.v1";

    /** Value of {@code --retention.at-rest} that keeps every conversation for ever. */
    public static final String FOREVER = "forever";

    /**
     * Reads arguments, then environment.
     *
     * @throws IllegalArgumentException when anything is missing or wrong, naming every such setting
     */
    public static ResponseTimeConfig from(String[] args, Map<String, String> environment) {
        Settings settings = new Settings(args, environment);
        String brokers = settings.text("kafka.bootstrap-servers", "KAFKA_BOOTSTRAP_SERVERS", null);
        String group = settings.text("kafka.group", null, ResponseTimeJob.NAME);
        ResponseTimeConfig config = new ResponseTimeConfig(
                new KafkaTopic(brokers, settings.text("kafka.chat-topic", null, EventStream.CHAT.topic()), group),
                new KafkaTopic(brokers, settings.text("kafka.dead-letter-topic", null, DEAD_LETTER_TOPIC), group),
                clickHouse(settings),
                settings.secret("DESKPULSE_HASH_KEY", BuyerIdHash.MIN_KEY_BYTES),
                logic(settings),
                settings.duration("events.disorder", "PT10M"),
                settings.duration("rows.flush-interval", "PT1S"));
        settings.check();
        return config;
    }

    private static ClickHouse clickHouse(Settings settings) {
        String url = settings.text("clickhouse.url", "CLICKHOUSE_URL", null);
        return new ClickHouse(
                url.startsWith("http") ? "jdbc:clickhouse:" + url : url,
                settings.text("clickhouse.user", "CLICKHOUSE_USER", "deskpulse_writer"),
                settings.secret("CLICKHOUSE_PASSWORD", 0),
                settings.count("sink.batch-rows", 20_000),
                settings.duration("sink.flush-interval", "PT0.2S"),
                settings.duration("sink.retry-for", "PT10M"));
    }

    private static ResponseTimeLogic logic(Settings settings) {
        String zone = settings.text("shops.default-zone", null, ShopZones.DEFAULT_ZONE);
        Map<String, String> zones = settings.pairs("shops.zones");
        Retention retention = retention(settings);
        try {
            ShopZones.of(zone, zones);
        } catch (IllegalArgumentException e) {
            settings.problem("--shops.default-zone, --shops.zones: " + e.getMessage());
        }
        return new ResponseTimeLogic(retention, zone, zones);
    }

    private static Retention retention(Settings settings) {
        String atRest = settings.text("retention.at-rest", null, "PT48H");
        Duration open = settings.duration("retention.open", "P120D");
        if (atRest.equals(FOREVER)) {
            return Retention.FOREVER;
        }
        try {
            return Retention.of(settings.duration("retention.at-rest", "PT48H"), open);
        } catch (IllegalArgumentException e) {
            settings.problem("--retention.at-rest, --retention.open: " + e.getMessage());
            return Retention.CONVERSATIONS;
        }
    }

    @Override
    public String toString() {
        return "ResponseTimeConfig[chat=%s, deadLetters=%s, clickHouse=%s, hashKey=***, logic=%s, disorder=%s, flushInterval=%s]"
                .formatted(chat, deadLetters, clickHouse, logic, disorder, flushInterval);
    }
}
