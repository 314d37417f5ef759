package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.resolution.SlaPolicies;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.config.JobSettings;
import io.deskpulse.streaming.config.Settings;
import io.deskpulse.streaming.kafka.KafkaCluster;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.settings.ResolutionSettings;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Settings of the resolution job.
 *
 * @param tickets topic of ticket events
 * @param chat topic of chat events
 * @param deadLetters topic of refused messages
 * @param clickHouse where rows go
 * @param hashKey key under which buyer ids are hashed
 * @param ticketFamily retention, calendars and policies of tickets
 * @param contactFamily retention and calendars of calls and promises
 * @param disorder how far events of one partition are out of order; only forgetting depends on it
 * @param flushInterval rows of a key leave at most this often
 */
public record ResolutionConfig(
        KafkaTopic tickets,
        KafkaTopic chat,
        KafkaTopic deadLetters,
        ClickHouse clickHouse,
        String hashKey,
        TicketFamily ticketFamily,
        ContactFamily contactFamily,
        Duration disorder,
        Duration flushInterval) {
    private static final String BUNDLED = "bundled";

    /**
     * Reads arguments, then environment, then the settings file.
     *
     * @throws IllegalArgumentException when anything is missing or wrong, naming every such setting, and every line of the file
     */
    public static ResolutionConfig from(String[] args, Map<String, String> environment) {
        Settings settings = new Settings(args, environment);
        ResolutionConfig config = read(settings);
        settings.check();
        return config;
    }

    /** Reads settings that several jobs share; problems are the settings' to tell, at {@link Settings#check}. */
    public static ResolutionConfig read(Settings settings) {
        KafkaCluster kafka = JobSettings.kafka(settings);
        String group = settings.text("kafka.group", null, ResolutionJob.NAME);
        JobSettings.Zones zones = JobSettings.zones(settings);
        Retention retention = JobSettings.retention(settings, Retention.TICKETS);
        return new ResolutionConfig(
                topic(settings, kafka, group, "tickets", EventStream.TICKETS.topic()),
                topic(settings, kafka, group, "chat", EventStream.CHAT.topic()),
                topic(settings, kafka, group, "dead-letter", JobSettings.DEAD_LETTER_TOPIC),
                JobSettings.clickHouse(settings),
                settings.secret("DESKPULSE_HASH_KEY", BuyerIdHash.MIN_KEY_BYTES),
                new TicketFamily(retention, zones.defaultZone(), zones.zoneByShop(), policies(settings)),
                new ContactFamily(retention, zones.defaultZone(), zones.zoneByShop()),
                settings.duration("events.disorder", "PT10M"),
                settings.duration("rows.flush-interval", "PT1S"));
    }

    private static KafkaTopic topic(
            Settings settings, KafkaCluster kafka, String group, String name, String otherwise) {
        return new KafkaTopic(kafka, settings.text("kafka." + name + "-topic", null, otherwise), group);
    }

    private static SlaPolicies policies(Settings settings) {
        String file = settings.text("settings", "DESKPULSE_SETTINGS", BUNDLED);
        if (file.equals(BUNDLED)) {
            return ResolutionSettings.bundled().policies();
        }
        try {
            ResolutionSettings read = ResolutionSettings.parse(Files.readString(Path.of(file)));
            for (YamlProblem problem : read.problems()) {
                settings.problem(file + ", " + problem);
            }
            return read.policies();
        } catch (IOException | InvalidPathException e) {
            settings.problem("--settings: cannot read " + file + " as UTF-8 text");
            return null;
        }
    }

    @Override
    public String toString() {
        return "ResolutionConfig[tickets=%s, chat=%s, deadLetters=%s, clickHouse=%s, hashKey=***, retention=%s, disorder=%s, flushInterval=%s]"
                .formatted(tickets, chat, deadLetters, clickHouse, ticketFamily.retention(), disorder, flushInterval);
    }
}
