package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.SlaPolicies;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.settings.ResolutionSettings;
import io.deskpulse.streaming.settings.Settings;
import io.deskpulse.streaming.yaml.SettingsFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.util.Optional;

/**
 * Settings of the resolution job.
 *
 * @param job what it shares with other jobs
 * @param tickets topic of ticket events
 * @param chat topic of chat events
 * @param ticketFamily retention, calendars and policies of tickets
 * @param callPromiseFamily retention and calendars of calls and promises
 */
record ResolutionJobSettings(
        JobSettings job,
        KafkaTopic tickets,
        KafkaTopic chat,
        TicketFamily ticketFamily,
        CallPromiseFamily callPromiseFamily) {
    /**
     * Reads arguments, then environment, then the settings file; problems, those of each line of the file too, are the settings' to tell,
     * at {@link Settings#check}.
     */
    static ResolutionJobSettings read(Settings settings) {
        JobSettings job = JobSettings.read(settings, ResolutionJob.NAME);
        JobSettings.Zones zones = job.zones();
        Retention retention = JobSettings.retention(settings, Retention.TICKETS);
        return new ResolutionJobSettings(
                job,
                job.connections().topic(settings, EventStream.TICKETS),
                job.connections().topic(settings, EventStream.CHAT),
                new TicketFamily(retention, zones.defaultZone(), zones.zoneByShop(), policies(settings)),
                new CallPromiseFamily(retention, zones.defaultZone(), zones.zoneByShop()));
    }

    private static SlaPolicies policies(Settings settings) {
        SettingsFile file = JobSettings.file(settings);
        if (file.isBundled()) {
            return ResolutionSettings.bundled().policies();
        }
        Optional<ResolutionSettings> read = file.text(settings::problem).map(ResolutionSettings::parse);
        read.ifPresent(resolution -> YamlProblem.tell(file.name(), resolution.problems(), settings::problem));
        return read.map(ResolutionSettings::policies).orElse(null);
    }
}
