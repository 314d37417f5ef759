package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.config.JobSettings;
import io.deskpulse.streaming.config.Settings;
import io.deskpulse.streaming.kafka.KafkaCluster;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.sinks.ClickHouse;
import java.time.Duration;
import java.util.Map;

/**
 * Settings of the conversion job.
 *
 * @param chat topic of chat events
 * @param orders topic of order events
 * @param deadLetters topic of refused messages
 * @param clickHouse where rows go
 * @param hashKey key under which buyer ids are hashed; the same as the other jobs', or nothing joins
 * @param family retention, window and calendars
 * @param disorder how far events of one partition are out of order; only forgetting depends on it
 * @param flushInterval rows of a buyer leave at most this often
 */
public record ConversionConfig(
        KafkaTopic chat,
        KafkaTopic orders,
        KafkaTopic deadLetters,
        ClickHouse clickHouse,
        String hashKey,
        BuyerFamily family,
        Duration disorder,
        Duration flushInterval) {
    /** Today and yesterday (sycm, 首次引导 and 末次引导). */
    private static final int WINDOW_DAYS = 2;

    /**
     * Reads arguments, then environment.
     *
     * @throws IllegalArgumentException when anything is missing or wrong, naming every such setting
     */
    public static ConversionConfig from(String[] args, Map<String, String> environment) {
        Settings settings = new Settings(args, environment);
        ConversionConfig config = read(settings);
        settings.check();
        return config;
    }

    /** Reads settings that several jobs share; problems are the settings' to tell, at {@link Settings#check}. */
    public static ConversionConfig read(Settings settings) {
        KafkaCluster kafka = JobSettings.kafka(settings);
        String group = settings.text("kafka.group", null, ConversionJob.NAME);
        String deadLetters = settings.text("kafka.dead-letter-topic", null, JobSettings.DEAD_LETTER_TOPIC);
        return new ConversionConfig(
                new KafkaTopic(kafka, settings.text("kafka.chat-topic", null, EventStream.CHAT.topic()), group),
                new KafkaTopic(kafka, settings.text("kafka.orders-topic", null, EventStream.ORDERS.topic()), group),
                new KafkaTopic(kafka, deadLetters, group),
                JobSettings.clickHouse(settings),
                settings.secret("DESKPULSE_HASH_KEY", BuyerIdHash.MIN_KEY_BYTES),
                family(settings),
                settings.duration("events.disorder", "PT10M"),
                settings.duration("rows.flush-interval", "PT1S"));
    }

    private static BuyerFamily family(Settings settings) {
        JobSettings.Zones zones = JobSettings.zones(settings);
        Retention retention = JobSettings.retention(settings, Retention.BUYERS);
        int windowDays = settings.count("attribution.window-days", WINDOW_DAYS);
        try {
            new BuyerFamily(retention, Math.max(windowDays, 1), "UTC", Map.of()).derivation();
        } catch (IllegalArgumentException e) {
            settings.problem("--retention.at-rest, --attribution.window-days: " + e.getMessage());
        }
        return new BuyerFamily(retention, windowDays, zones.defaultZone(), zones.zoneByShop());
    }

    @Override
    public String toString() {
        return "ConversionConfig[chat=%s, orders=%s, deadLetters=%s, clickHouse=%s, hashKey=***, family=%s, disorder=%s, flushInterval=%s]"
                .formatted(chat, orders, deadLetters, clickHouse, family, disorder, flushInterval);
    }
}
