package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.settings.Settings;

/**
 * Settings of the response-time job.
 *
 * @param job what it shares with other jobs
 * @param chat topic of chat events
 * @param family retention and calendars of conversations
 */
record ResponseTimeJobSettings(JobSettings job, KafkaTopic chat, ConversationFamily family) {

    /** Reads arguments, then environment; problems are the settings' to tell, at {@link Settings#check}. */
    static ResponseTimeJobSettings read(Settings settings) {
        JobSettings job = JobSettings.read(settings, ResponseTimeJob.NAME);
        Retention retention = JobSettings.retention(settings, Retention.CONVERSATIONS);
        return new ResponseTimeJobSettings(
                job,
                job.connections().topic(settings, EventStream.CHAT),
                new ConversationFamily(
                        retention, job.zones().defaultZone(), job.zones().zoneByShop()));
    }
}
