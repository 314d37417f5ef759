package io.deskpulse.streaming.agents;

import io.deskpulse.metrics.presence.AgentDerivation;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.settings.Settings;
import java.time.Duration;

/**
 * Settings of the agent-time job.
 *
 * @param job what it shares with other jobs
 * @param agents topic of events of accounts
 * @param family retention and calendars of accounts
 */
record AgentTimeJobSettings(JobSettings job, KafkaTopic agents, AgentFamily family) {
    /** Longer ones would reach over a day that has no row of them. */
    private static final Duration LONGEST_BELIEVED = Duration.ofHours(20);

    /** Reads arguments, then environment; problems are the settings' to tell, at {@link Settings#check}. */
    static AgentTimeJobSettings read(Settings settings) {
        JobSettings job = JobSettings.read(settings, AgentTimeJob.NAME);
        Retention retention = JobSettings.retention(settings, Retention.AGENTS);
        Duration believed = settings.duration("agents.believed-online", AgentDerivation.BELIEVED_ONLINE.toString());
        if (believed.compareTo(LONGEST_BELIEVED) > 0) {
            settings.problem("--agents.believed-online must be at most " + LONGEST_BELIEVED + ", got " + believed);
        }
        return new AgentTimeJobSettings(
                job,
                job.connections().topic(settings, EventStream.AGENTS),
                new AgentFamily(
                        retention,
                        believed.toMillis(),
                        job.zones().defaultZone(),
                        job.zones().zoneByShop()));
    }
}
