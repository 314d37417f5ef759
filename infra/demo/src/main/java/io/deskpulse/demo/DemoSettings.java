package io.deskpulse.demo;

import io.deskpulse.ops.articles.Article;
import io.deskpulse.streaming.shops.ShopFile;
import io.deskpulse.streaming.shops.ShopProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of the demo's shops: one file for the events that are invented, for the jobs and for ClickHouse. */
public final class DemoSettings {
    private static final String FILE = "shops.yaml";

    private DemoSettings() {}

    /** Time zone by shop id; {@code home} is that of shops for which the file names none. */
    static Map<String, ZoneId> zones(ZoneId home) {
        return ShopFile.parse(text(), ShopProfile.USUAL.in("", home)).settings().shops().stream()
                .collect(Collectors.toMap(ShopProfile::id, ShopProfile::zone));
    }

    /** Settings of jobs, {@code --key}, value, …, that say the same; writes the file they name into a directory. */
    public static List<String> forJobs(Path directory, ZoneId home) {
        try {
            Path file = Files.writeString(directory.resolve(FILE), text());
            return List.of("--settings", file.toString(), "--shops.default-zone", home.getId());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        }
    }

    /**
     * What the knowledge base of all shops explains: where a parcel is and how to send one back for long, which size to take since
     * yesterday. Nothing else, so that what is asked again and again is a gap.
     *
     * @param today first day of the demo on the clock of its shops
     */
    static List<Article> articles(LocalDate today) {
        return List.of(
                article("kb-tracking", "TRACKING", "包裹到哪了 · Where is my parcel?", today.minusDays(60)),
                article("kb-return", "RETURN", "七天无理由退货 · How to send it back", today.minusDays(45)),
                article("kb-size", "SIZE", "尺码对照表 · Which size fits", today.minusDays(1)));
    }

    private static Article article(String id, String topic, String title, LocalDate published) {
        return new Article("", id, topic, title, List.of(), published, null, null);
    }

    private static String text() {
        try (InputStream in = DemoSettings.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
