package io.deskpulse.streaming.hotspots;

import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.complaints.ClaimReader;
import io.deskpulse.streaming.complaints.ComplaintFamily;
import io.deskpulse.streaming.complaints.ComplaintIntakes;
import io.deskpulse.streaming.hotspots.detection.DetectionPipeline;
import io.deskpulse.streaming.hotspots.detection.DetectionSettings;
import io.deskpulse.streaming.hotspots.signals.AgentGroups;
import io.deskpulse.streaming.hotspots.signals.ContactTicks;
import io.deskpulse.streaming.hotspots.signals.OrderTicks;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.settings.Settings;
import io.deskpulse.streaming.shops.ShopSettings;
import java.time.Duration;

/**
 * Settings of the hotspots job.
 *
 * @param job what it shares with other jobs
 * @param disorder how far events of one partition are out of order; one later than that is a fact, but no signal
 * @param topics which it reads
 * @param intakes what complaints take in
 * @param pipeline what is made of it
 * @param detection how hotspots are looked for in that
 */
record HotspotsJobSettings(
        JobSettings job,
        Duration disorder,
        Topics topics,
        ComplaintIntakes intakes,
        HotspotsPipeline pipeline,
        DetectionPipeline detection) {
    /** Of which hotspots are told (docs/metrics.md, complaints). */
    private static final String DISORDER = "PT5M";

    /** Orders as buyers with orders are; conversations 35 days, as a ticket about one may come that late. */
    private static final Retention SIGNALS = Retention.BUYERS;

    /**
     * The topics.
     *
     * @param orders of order events
     * @param tickets of ticket events
     * @param chat of chat events
     */
    record Topics(KafkaTopic orders, KafkaTopic tickets, KafkaTopic chat) {}

    /** Reads arguments, then environment; problems are the settings' to tell, at {@link Settings#check}. */
    static HotspotsJobSettings read(Settings settings) {
        JobSettings job = JobSettings.read(settings, HotspotsJob.NAME);
        ReasonTaxonomy taxonomy = JobSettings.reasons(settings);
        ShopSettings shops = JobSettings.shops(settings).settings();
        Retention retention = JobSettings.retention(settings, SIGNALS);
        return new HotspotsJobSettings(
                job,
                settings.duration("hotspots.disorder", DISORDER),
                new Topics(
                        job.connections().topic(settings, EventStream.ORDERS),
                        job.connections().topic(settings, EventStream.TICKETS),
                        job.connections().topic(settings, EventStream.CHAT)),
                ComplaintIntakes.of(new ClaimReader(taxonomy, shops.quotingShops())),
                new HotspotsPipeline(
                        new ComplaintFamily(
                                retention,
                                job.zones().defaultZone(),
                                job.zones().zoneByShop()),
                        new OrderTicks(taxonomy, retention),
                        new ContactTicks(AgentGroups.of(shops), retention),
                        job.flushInterval()),
                new DetectionPipeline(DetectionSettings.read(settings, taxonomy.reasons())));
    }
}
