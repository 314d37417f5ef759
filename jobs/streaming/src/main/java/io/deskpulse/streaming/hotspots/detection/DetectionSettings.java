package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.metrics.hotspots.HotspotSettings;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.facts.Reason;
import io.deskpulse.metrics.hotspots.pool.PoolFile;
import io.deskpulse.streaming.hotspots.detection.Detection.ShopCalendar;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.settings.Settings;
import io.deskpulse.streaming.shops.ShopProfile;
import io.deskpulse.streaming.shops.ShopSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads how hotspots are looked for from the settings of a job. */
public final class DetectionSettings {
    /** What new shops begin with; {@code bench/run hotspot-pool} makes it. */
    static final String POOL = "/hotspots/new-shops.txt";

    private static final String BUDGET = "hotspots.false-alarms-per-shop-day";
    private static final double MOST_FALSE_ALARMS = 100;

    private DetectionSettings() {}

    /**
     * Reads them; problems are the settings' to tell, at {@link Settings#check}.
     *
     * @param reasons the taxonomy
     */
    public static Detection read(Settings settings, List<Reason> reasons) {
        double budget =
                settings.number(BUDGET, HotspotSettings.DEFAULT_FALSE_ALARMS_PER_SHOP_DAY, 0.001, MOST_FALSE_ALARMS);
        ShopSettings shops = JobSettings.shops(settings).settings();
        Map<String, ShopCalendar> calendars = new HashMap<>();
        shops.shops().forEach(shop -> calendars.put(shop.id(), calendar(shop)));
        return new Detection(
                HotspotSettings.of(reasons).withFalseAlarmsPerShopDay(budget),
                pooled(reasons),
                calendar(shops.other()),
                calendars);
    }

    /** The bundled pool, for a taxonomy. */
    static PooledParameters pooled(List<Reason> reasons) {
        try (InputStream in = DetectionSettings.class.getResourceAsStream(POOL)) {
            return PoolFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), reasons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ShopCalendar calendar(ShopProfile shop) {
        return new ShopCalendar(shop.zone().getId(), shop.calendar());
    }
}
