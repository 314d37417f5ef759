package io.deskpulse.streaming.responsetime;

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
 * Settings of the response-time job.
 *
 * @param chat topic of chat events
 * @param deadLetters topic of refused messages
 * @param clickHouse where rows go
 * @param hashKey key under which buyer ids are hashed
 * @param family retention and calendars
 * @param disorder how far events of one partition are out of order; only forgetting depends on it
 * @param flushInterval rows of a conversation leave at most this often
 */
public record ResponseTimeConfig(
        KafkaTopic chat,
        KafkaTopic deadLetters,
        ClickHouse clickHouse,
        String hashKey,
        ConversationFamily family,
        Duration disorder,
        Duration flushInterval) {
    /**
     * Reads arguments, then environment.
     *
     * @throws IllegalArgumentException when anything is missing or wrong, naming every such setting
     */
    public static ResponseTimeConfig from(String[] args, Map<String, String> environment) {
        Settings settings = new Settings(args, environment);
        ResponseTimeConfig config = read(settings);
        settings.check();
        return config;
    }

    /** Reads settings that several jobs share; problems are the settings' to tell, at {@link Settings#check}. */
    public static ResponseTimeConfig read(Settings settings) {
        KafkaCluster kafka = JobSettings.kafka(settings);
        String group = settings.text("kafka.group", null, ResponseTimeJob.NAME);
        return new ResponseTimeConfig(
                new KafkaTopic(kafka, settings.text("kafka.chat-topic", null, EventStream.CHAT.topic()), group),
                new KafkaTopic(
                        kafka, settings.text("kafka.dead-letter-topic", null, JobSettings.DEAD_LETTER_TOPIC), group),
                JobSettings.clickHouse(settings),
                settings.secret("DESKPULSE_HASH_KEY", BuyerIdHash.MIN_KEY_BYTES),
                family(settings),
                settings.duration("events.disorder", "PT10M"),
                settings.duration("rows.flush-interval", "PT1S"));
    }

    private static ConversationFamily family(Settings settings) {
        JobSettings.Zones zones = JobSettings.zones(settings);
        Retention retention = JobSettings.retention(settings, Retention.CONVERSATIONS);
        return new ConversationFamily(retention, zones.defaultZone(), zones.zoneByShop());
    }

    @Override
    public String toString() {
        return "ResponseTimeConfig[chat=%s, deadLetters=%s, clickHouse=%s, hashKey=***, family=%s, disorder=%s, flushInterval=%s]"
                .formatted(chat, deadLetters, clickHouse, family, disorder, flushInterval);
    }
}
