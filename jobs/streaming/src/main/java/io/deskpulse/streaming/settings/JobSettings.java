package io.deskpulse.streaming.settings;

import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.shops.ShopSettings;
import io.deskpulse.streaming.shops.ShopSources;
import io.deskpulse.streaming.topics.TopicFile;
import io.deskpulse.streaming.topics.TopicReader;
import io.deskpulse.streaming.yaml.SettingsFile;
import java.time.Duration;
import java.util.Map;

/**
 * Settings that all jobs with timelines share.
 *
 * @param connections where messages come from, and where rows go
 * @param hashKey key under which buyer ids are hashed; the same in all jobs, or nothing joins
 * @param zones the shops' time zones
 * @param disorder how far events of one partition are out of order; only forgetting depends on it
 * @param flushInterval rows leave about this often, rarer while the job is behind
 */
public record JobSettings(
        Connections connections, String hashKey, Zones zones, Duration disorder, Duration flushInterval) {
    /** Value of {@code --retention.at-rest} that keeps every key for ever. */
    public static final String FOREVER = "forever";

    /** Value of {@code --topics} that leaves texts unread. */
    public static final String OFF = "off";

    /**
     * Calendars of the shops.
     *
     * @param defaultZone IANA time zone of shops not listed
     * @param zoneByShop IANA time zone by shop id
     */
    public record Zones(String defaultZone, Map<String, String> zoneByShop) {}

    /**
     * Reads what jobs share; problems are the settings' to tell, at {@link Settings#check}.
     *
     * @param job name of the job
     */
    public static JobSettings read(Settings settings, String job) {
        return new JobSettings(
                Connections.read(settings, job),
                settings.secret("DESKPULSE_HASH_KEY", BuyerIdHash.MIN_KEY_BYTES),
                zones(settings),
                settings.duration("events.disorder", "PT10M"),
                settings.duration("rows.flush-interval", "PT0.8S"));
    }

    /** The shops, of the settings file and of settings beside it; a problem for each mistake and where the two contradict each other. */
    public static ShopSources shops(Settings settings) {
        ShopSources shops = ShopSources.of(
                file(settings).name(), settings.text("shops.default-zone", null, ""), settings.pairs("shops.zones"));
        shops.problems().forEach(settings::problem);
        return shops;
    }

    /** The file of calendars, policies and shops. */
    public static SettingsFile file(Settings settings) {
        return new SettingsFile(settings.text("settings", "DESKPULSE_SETTINGS", SettingsFile.BUNDLED));
    }

    /** The reasons of complaints: the bundled ones, and those of the file that a setting names; a problem for each of its mistakes. */
    public static ReasonTaxonomy reasons(Settings settings) {
        String name = settings.text(ReasonFile.SETTING, "DESKPULSE_REASONS", SettingsFile.BUNDLED);
        return ReasonFile.taxonomy(name, settings::problem);
    }

    /** The topics of questions, so also a problem for each mistake; {@value #OFF} leaves what messages say unread. */
    public static TopicReader topics(Settings settings) {
        String name = settings.text(TopicFile.SETTING, "DESKPULSE_TOPICS", SettingsFile.BUNDLED);
        boolean readsTexts = !name.equals(OFF);
        return new TopicReader(
                TopicFile.taxonomy(readsTexts ? name : SettingsFile.BUNDLED, settings::problem), readsTexts);
    }

    private static Zones zones(Settings settings) {
        ShopSettings shops = shops(settings).settings();
        return new Zones(shops.other().zone().getId(), shops.zoneByShop());
    }

    /** How long silent keys of a family are kept; a problem when that is too short. */
    public static Retention retention(Settings settings, Retention otherwise) {
        String atRestDefault = Duration.ofMillis(otherwise.atRestMillis()).toString();
        String openDefault = Duration.ofMillis(otherwise.openMillis()).toString();
        String atRest = settings.text("retention.at-rest", null, atRestDefault);
        Duration open = settings.duration("retention.open", openDefault);
        if (atRest.equals(FOREVER)) {
            return Retention.FOREVER;
        }
        try {
            return Retention.of(settings.duration("retention.at-rest", atRestDefault), open);
        } catch (IllegalArgumentException e) {
            settings.problem("--retention.at-rest, --retention.open: " + e.getMessage());
            return otherwise;
        }
    }

    @Override
    public String toString() {
        return "JobSettings[connections=%s, hashKey=***, zones=%s, disorder=%s, flushInterval=%s]"
                .formatted(connections, zones, disorder, flushInterval);
    }
}
