package io.deskpulse.bench.hotspots.real;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.hotspots.detection.Detection;
import io.deskpulse.streaming.hotspots.detection.DetectionSettings;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What rings on real events, by the reading, the first stage and the detector of the job, without broker and database. */
public final class RealBench {
    private static final String WORDS = "/reasons/portuguese.yaml";

    private final Progress progress;

    /** A bench that tells its steps. */
    public RealBench(Progress progress) {
        this.progress = progress;
    }

    /**
     * Runs files and prints what rang to standard output.
     *
     * @param files JSON Lines, plain or gzip
     * @param zone in which days of shops are counted
     * @param bundledWords whether texts are read with the bundled words alone
     * @throws UserError when a file cannot be used or there is no such zone
     */
    public void run(List<Path> files, String zone, boolean bundledWords) {
        ReasonTaxonomy taxonomy = bundledWords ? ReasonTaxonomy.bundled() : taxonomy();
        Detection detection = detection(zone, taxonomy);
        FileEvents events = FileEvents.read(files, taxonomy, progress);
        progress.step("looking for hotspots …");
        ToldShops told = ToldShops.of(events, taxonomy);
        RealReport report = new RealReport(events.parcels, ZoneId.of(zone));
        report.read(events, told);
        told.signals.forEach((shopId, signals) -> {
            RealShop shop = RealShop.run(shopId, signals, detection);
            report.shop(shopId, shop);
            RealShop.Looks regions = shop.looks.get(Dimension.REGION);
            if (regions != null) {
                new LateReport(events.parcels, shopId, ZoneId.of(zone)).print(regions.threshold, shop.alarms.values());
            }
        });
    }

    /** The bundled reasons with words in the language of the events. */
    static ReasonTaxonomy taxonomy() {
        try (InputStream in = RealBench.class.getResourceAsStream(WORDS)) {
            ReasonFile file = ReasonFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!file.problems().isEmpty()) {
                throw new IllegalStateException(WORDS + ", " + file.problems().get(0));
            }
            return file.taxonomy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Detection detection(String zone, ReasonTaxonomy taxonomy) {
        Settings settings = new Settings(new String[] {"--shops.default-zone", zone}, Map.of());
        Detection detection = DetectionSettings.read(settings, taxonomy.reasons());
        try {
            settings.check();
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
        return detection;
    }
}
