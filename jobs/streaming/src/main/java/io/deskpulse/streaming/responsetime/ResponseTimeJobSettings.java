package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.contacts.ContactCourse;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.Intake;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.settings.Settings;
import java.time.Duration;

/**
 * Settings of the response-time job.
 *
 * @param job what it shares with other jobs
 * @param chat topic of chat events
 * @param intake what conversations take in
 * @param family retention and calendars of conversations
 */
record ResponseTimeJobSettings(
        JobSettings job, KafkaTopic chat, Intake<ChatReading, ConversationEvent> intake, ConversationFamily family) {

    private static final Duration LONGEST_IDLE = Duration.ofHours(12);

    /** Reads arguments, then environment; problems are the settings' to tell, at {@link Settings#check}. */
    static ResponseTimeJobSettings read(Settings settings) {
        JobSettings job = JobSettings.read(settings, ResponseTimeJob.NAME);
        Retention retention = JobSettings.retention(settings, Retention.CONVERSATIONS);
        return new ResponseTimeJobSettings(
                job,
                job.connections().topic(settings, EventStream.CHAT),
                ConversationEvents.intake(JobSettings.topics(settings)),
                new ConversationFamily(
                        retention,
                        idleMillis(settings),
                        job.zones().defaultZone(),
                        job.zones().zoneByShop()));
    }

    /** More than half a day would let a contact reach over a day that has no row of it. */
    private static long idleMillis(Settings settings) {
        Duration idle = settings.duration("contacts.chat-idle", ContactCourse.IDLE.toString());
        if (idle.compareTo(LONGEST_IDLE) > 0) {
            settings.problem("--contacts.chat-idle must be at most " + LONGEST_IDLE + ", got " + idle);
        }
        return idle.toMillis();
    }
}
