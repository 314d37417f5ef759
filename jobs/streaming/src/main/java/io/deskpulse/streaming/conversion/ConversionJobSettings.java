package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.settings.Settings;
import java.util.Map;

/**
 * Settings of the conversion job.
 *
 * @param job what it shares with other jobs
 * @param chat topic of chat events
 * @param orders topic of order events
 * @param family retention, window and calendars
 */
record ConversionJobSettings(JobSettings job, KafkaTopic chat, KafkaTopic orders, BuyerFamily family) {
    /** Today and yesterday (sycm, 首次引导 and 末次引导). */
    private static final int WINDOW_DAYS = 2;

    /** Reads arguments, then environment; problems are the settings' to tell, at {@link Settings#check}. */
    static ConversionJobSettings read(Settings settings) {
        JobSettings job = JobSettings.read(settings, ConversionJob.NAME);
        return new ConversionJobSettings(
                job,
                job.connections().topic(settings, EventStream.CHAT),
                job.connections().topic(settings, EventStream.ORDERS),
                family(settings, job.zones()));
    }

    private static BuyerFamily family(Settings settings, JobSettings.Zones zones) {
        Retention retention = JobSettings.retention(settings, Retention.BUYERS);
        int windowDays = settings.count("attribution.window-days", WINDOW_DAYS);
        try {
            new BuyerFamily(retention, Math.max(windowDays, 1), "UTC", Map.of()).derivation();
        } catch (IllegalArgumentException e) {
            settings.problem("--retention.at-rest, --attribution.window-days: " + e.getMessage());
        }
        return new BuyerFamily(retention, windowDays, zones.defaultZone(), zones.zoneByShop());
    }
}
